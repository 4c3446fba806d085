import type { Epoch, MunicipalityId } from '@amtsstube/shared/domain/ids';
import { type MemoryMunicipality, openMemoryMunicipality } from './memory-municipality.ts';
import { emptyState, type MunicipalityState } from './memory-tables.ts';
import { type Store, StoreUnavailable } from './store.ts';

/** A store without a disk, for tests and the simulation: deterministic, nothing but microtasks pass in it. */
export interface MemoryStore extends Store {
  /** What is committed, as a backup would hold it. Cheap; later transactions don't change it. */
  exportState(municipality: MunicipalityId): MunicipalityState;
  /**
   * Puts a municipality back (or makes it), with a new epoch as a restore does (S7), or with the state's own as
   * an unnoticed one would. Transactions under way reject: they were decided by a server that is no more.
   */
  importState(municipality: MunicipalityId, state: MunicipalityState, epoch?: Epoch): void;
}

export interface MemoryStoreOptions {
  /** Called with all writes done and nothing committed; what it throws rolls back: StoreUnavailable, as a full disk. */
  readonly beforeCommit?: (municipality: MunicipalityId) => void;
}

export function createMemoryStore({ beforeCommit }: MemoryStoreOptions = {}): MemoryStore {
  const municipalities = new Map<MunicipalityId, MemoryMunicipality>();
  let isClosed = false;

  function get(municipality: MunicipalityId): MemoryMunicipality {
    if (isClosed) throw new StoreUnavailable('store closed');
    const found = municipalities.get(municipality);
    if (!found) throw new Error(`no municipality ${municipality}`);
    return found;
  }

  function start(municipality: MunicipalityId, state: MunicipalityState): void {
    municipalities.set(
      municipality,
      openMemoryMunicipality(state, () => beforeCommit?.(municipality)),
    );
  }

  return {
    municipalities: async () => [...municipalities.keys()].toSorted(),
    has: async (municipality) => municipalities.has(municipality),
    createMunicipality: async (municipality, epoch) => {
      if (municipalities.has(municipality)) throw new Error(`municipality ${municipality} exists already`);
      start(municipality, emptyState({ epoch, seq: 0, hash: '0'.repeat(64) }));
    },
    transact: async (municipality, f) => get(municipality).transact(f),
    snapshot: async (municipality, f) => get(municipality).snapshot(f),
    close: async () => {
      isClosed = true;
    },
    exportState: (municipality) => get(municipality).state(),
    importState: (municipality, state, epoch) => {
      municipalities.get(municipality)?.stop('restored from a backup');
      const head = state.head.get(0);
      start(municipality, head && epoch ? { ...state, head: new Map([[0, { ...head, epoch }]]) } : state);
    },
  };
}
