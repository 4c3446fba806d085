import type { SqliteConnection } from './sqlite-connection.ts';
import { type Read, StoreUnavailable } from './store.ts';

/** Repeatable reads on a connection of their own. */
export interface Snapshots {
  run<T>(f: (read: Read) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** How long snapshots may keep everybody else waiting, in milliseconds. */
const longestTurn = 20;

/** One connection holds one snapshot, so they run one after another; a snapshot inside a snapshot would wait for ever. */
export function createSnapshots(connection: SqliteConnection, read: Read): Snapshots {
  let last: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  let busySince: number | undefined;

  /** Nothing but microtasks pass in a snapshot, so a queue of them would keep the event loop from turning. */
  async function giveWay(): Promise<void> {
    if (busySince === undefined) {
      busySince = performance.now();
      setImmediate(() => {
        busySince = undefined;
      });
    } else if (performance.now() - busySince > longestTurn) {
      await new Promise((turned) => setImmediate(turned));
    }
  }

  async function one<T>(f: (read: Read) => Promise<T>): Promise<T> {
    await giveWay();
    if (connection.isInTransaction) connection.command('ROLLBACK');
    connection.command('BEGIN DEFERRED');
    try {
      // SQLite takes the snapshot at the first read, not at BEGIN
      await read.head();
      return await f(read);
    } finally {
      if (connection.isInTransaction) connection.command('COMMIT');
    }
  }

  return {
    run: (f) => {
      if (isClosed) return Promise.reject(new StoreUnavailable('store closed'));
      const result = last.then(() => one(f));
      last = result.catch(() => undefined);
      return result;
    },
    close: async () => {
      isClosed = true;
      await last;
    },
  };
}
