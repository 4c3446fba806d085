import type { DatabaseSync } from 'node:sqlite';

/** What was read from a database, until anything in it changes. */
export interface Memory<V> {
  /** What is remembered of `key`, or what `find` reads. That there is nothing isn't remembered. */
  read(key: string, find: (key: string) => V | undefined): V | undefined;
  /** The same, where reading takes a while: what changed meanwhile isn't remembered as it was. */
  readLater(key: string, find: (key: string) => Promise<V | undefined>): Promise<V | undefined>;
}

const most = 10_000;

/**
 * Sessions are asked for at every request, and change a few times a day. The memory is void with the next write to the
 * database, by whichever connection or process: `data_version` tells of others', `total_changes()` of our own.
 */
export function createMemory<V>(database: DatabaseSync): Memory<V> {
  const version = database.prepare(
    "select (select data_version from pragma_data_version) || '.' || total_changes() as version",
  );
  const remembered = new Map<string, V>();
  let seen: unknown;

  /** Emptied where anything has changed. */
  function current(): Map<string, V> {
    const now = version.get()?.['version'];
    if (now !== seen || remembered.size > most) remembered.clear();
    seen = now;
    return remembered;
  }

  return {
    read: (key, find) => {
      const known = current().get(key);
      if (known !== undefined) return known;
      const found = find(key);
      if (found !== undefined) remembered.set(key, found);
      return found;
    },
    readLater: async (key, find) => {
      const known = current().get(key);
      if (known !== undefined) return known;
      const before = seen;
      const found = await find(key);
      if (found !== undefined && current() && seen === before) remembered.set(key, found);
      return found;
    },
  };
}
