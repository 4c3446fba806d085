import type { PreparedQuery, RxStorage, RxStorageInstanceCreationParams } from 'rxdb';
import {
  fromDexieToStorage,
  getRxStorageDexie,
  type RxStorageInstanceDexie,
} from 'rxdb/plugins/storage-dexie';

import { lightenTables } from './rxdb-light-tables.ts';

type DexieSettings = NonNullable<Parameters<typeof getRxStorageDexie>[0]>;

/**
 * RxDB's free, durable storage over IndexedDB. What is lost here is fetched again; what is precious is in the journal.
 * Nothing in it is ever to be pushed. RxDB would look for that all the same, at the start and with each pull: with a cursor
 * through what was written last, document by document in the page's thread.
 */
export function dexieStorage(settings: DexieSettings = {}): RxStorage<unknown, unknown> {
  const storage = getRxStorageDexie({ ...settings, onCreate: lightenTables });
  return {
    ...storage,
    async createStorageInstance(params: RxStorageInstanceCreationParams<never, unknown>) {
      const instance = await storage.createStorageInstance(params as never);
      const query = instance.query.bind(instance);
      return Object.assign(instance, {
        query: (prepared: PreparedQuery<never>) => {
          const page = pageOf(prepared);
          return page ? readPage(instance as never, page) : query(prepared as never);
        },
        getChangedDocumentsSince: async (_limit: number, checkpoint: unknown) => ({
          documents: [],
          checkpoint: checkpoint ?? { id: '', lwt: 0 },
        }),
      }) as never;
    },
  } as RxStorage<unknown, unknown>;
}

interface Page {
  readonly afterId: string;
  readonly limit: number;
}

/** Documents that are not removed, by id, after one id: the way a whole copy is read. undefined: another question. */
function pageOf({ query: { selector, sort, limit, skip } }: PreparedQuery<never>): Page | undefined {
  const { id, _deleted, ...others } = selector as Record<string, Record<string, unknown> | undefined>;
  const [by, ...further] = sort as readonly Record<string, string>[];
  const isPage =
    Object.keys(others).length === 0 &&
    isOnly(_deleted, '$eq', false) &&
    typeof id?.['$gt'] === 'string' &&
    isOnly(id, '$gt', id['$gt']) &&
    isOnly(by, 'id', 'asc') &&
    further.length === 0 &&
    typeof limit === 'number' &&
    (skip ?? 0) === 0;
  return isPage ? { afterId: id['$gt'] as string, limit } : undefined;
}

function isOnly(given: Readonly<Record<string, unknown>> | undefined, name: string, value: unknown): boolean {
  return given !== undefined && Object.keys(given).length === 1 && given[name] === value;
}

/**
 * All of a page in one request. RxDB's own query moves a cursor from document to document, each step a task of its
 * own (measured: README of bench).
 */
async function readPage(instance: RxStorageInstanceDexie<unknown>, { afterId, limit }: Page) {
  if (instance.closed !== undefined) throw new Error(`the store of ${instance.collectionName} is closed`);
  const { dexieTable, booleanIndexes } = await instance.internals;
  // RxDB keeps `_deleted` as text for its index; no id has a character beyond the last of Unicode's first plane
  const stored = await dexieTable
    .where('[_deleted+id]')
    .between(['0', afterId], ['0', '\uffff'], false, false)
    .limit(limit)
    .toArray();
  return { documents: stored.map((document) => fromDexieToStorage(booleanIndexes, document)) };
}
