import { type DBCore, type DBCoreTable, Dexie } from 'dexie';

/** The table of a store that RxDB keeps its documents in. */
const documentsTable = 'docs';
/** Never asked for here (rxdb-dexie.ts), and each index costs what the document itself costs to write. */
const unusedIndexes = ['[_meta.lwt+id]', '_meta.lwt'];
/** Dexie's own number for "all keys"; its enum is one for its own compiler. */
const allKeys = 3;

/**
 * Makes writing a first copy cheap, for RxDB's `onCreate`, before RxDB declares the tables: without indexes nobody reads
 * by, and without asking an empty table for a thousand documents, one request each, as RxDB does three times with each page.
 */
export function lightenTables(database: Dexie): void {
  const version = database.version.bind(database);
  database.version = (number) => {
    const declared = version(number);
    const stores = declared.stores.bind(declared);
    declared.stores = ({ [documentsTable]: indexes, ...others }) =>
      stores({ ...others, [documentsTable]: withoutUnused(indexes ?? '') });
    return declared;
  };
  database.use({
    stack: 'dbcore',
    name: 'known-missing',
    create: (core: DBCore) => ({
      ...core,
      table: (name: string) =>
        name === documentsTable ? knowingWhatIsMissing(core.table(name)) : core.table(name),
    }),
  });
}

function withoutUnused(indexes: string): string {
  return indexes
    .split(', ')
    .filter((index) => !unusedIndexes.includes(index))
    .join(', ');
}

/**
 * Of a table found empty, remembers which keys were written since it was opened: no other can be in it, as one window
 * owns the database. A key too many does no harm (it is looked for), so a write that failed need not be taken back.
 */
function knowingWhatIsMissing(table: DBCoreTable): DBCoreTable {
  let written: Set<unknown> | undefined = new Set();
  let wasEmpty = false;
  const { primaryKey } = table.schema;
  return {
    ...table,
    mutate: (request) => {
      if (request.type === 'add' || request.type === 'put')
        for (const value of request.values) written?.add(primaryKey.extractKey?.(value));
      return table.mutate(request);
    },
    getMany: (request) => {
      const { trans, keys } = request;
      if (written === undefined) return table.getMany(request);
      if (wasEmpty) return getPresent(table, request, written);
      const range = { type: allKeys, lower: undefined, upper: undefined };
      return table.count({ trans, query: { index: primaryKey, range } }).then((count) => {
        wasEmpty = count === 0;
        if (!wasEmpty) written = undefined;
        return written ? keys.map(() => undefined) : table.getMany(request);
      });
    },
  };
}

function getPresent(
  table: DBCoreTable,
  request: Parameters<DBCoreTable['getMany']>[0],
  written: ReadonlySet<unknown>,
): ReturnType<DBCoreTable['getMany']> {
  const present = request.keys.filter((key) => written.has(key));
  if (present.length === request.keys.length) return table.getMany(request);
  // Dexie's promise, like every other of this table's: a transaction ends with a foreign one
  if (present.length === 0) return Dexie.Promise.resolve(request.keys.map(() => undefined));
  return table.getMany({ ...request, keys: present }).then((found) => {
    const byKey = new Map(present.map((key, index) => [key, found[index]]));
    return request.keys.map((key) => byKey.get(key));
  });
}
