import { createMemoryRead } from './memory-read.ts';
import { type MunicipalityState, stateOf, tablesFrom, undoTables } from './memory-tables.ts';
import { createMemoryTx } from './memory-tx.ts';
import { type Read, StoreUnavailable, type Tx } from './store.ts';

export interface MemoryMunicipality {
  transact<T>(f: (tx: Tx) => Promise<T>): Promise<T>;
  snapshot<T>(f: (read: Read) => Promise<T>): Promise<T>;
  state(): MunicipalityState;
  /** The power goes: what waits or runs rejects, and nothing more is decided here. */
  stop(cause: string): void;
}

/** @param beforeCommit what it throws fails the commit, as a full disk would */
export function openMemoryMunicipality(
  state: MunicipalityState,
  beforeCommit: () => void,
): MemoryMunicipality {
  const tables = tablesFrom(state);
  /** Versions held by open snapshots, oldest first since they only grow. */
  const held: number[] = [];
  let committed = 0;
  let last: Promise<unknown> = Promise.resolve();
  let stopped: StoreUnavailable | undefined;

  async function one<T>(f: (tx: Tx) => Promise<T>): Promise<T> {
    if (stopped) throw stopped;
    const version = committed + 1;
    try {
      const value = await f(createMemoryTx(tables, version, Math.min(committed, ...held)));
      if (stopped) throw stopped;
      beforeCommit();
      committed = version;
      return value;
    } catch (error) {
      undoTables(tables, version);
      throw error;
    }
  }

  return {
    transact: (f) => {
      const result = last.then(() => one(f));
      last = result.catch(() => undefined);
      return result;
    },
    snapshot: async (f) => {
      if (stopped) throw stopped;
      const version = committed;
      held.push(version);
      try {
        return await f(createMemoryRead(tables, version));
      } finally {
        held.splice(held.indexOf(version), 1);
      }
    },
    state: () => stateOf(tables, committed),
    stop: (cause) => {
      stopped = new StoreUnavailable(cause);
    },
  };
}
