import type { MirrorMode } from '../config.ts';
import type { Store, Tx } from '../store/store.ts';
import type { LogMirror } from './log-mirror.ts';

/**
 * A store whose decisions are on a second disk too. With `beforeAnswer`, while the second disk fails nothing is
 * decided: what had been committed when it failed rejects, stays, and is answered with its stored receipt once it
 * is mirrored (S2). A desk may see that one decision in a pull before; it keeps what it handed over all the same (J5).
 */
export function mirroredStore(store: Store, mirror: LogMirror, mode: MirrorMode): Store {
  const waits = mode === 'beforeAnswer';
  return {
    municipalities: () => store.municipalities(),
    has: (municipality) => store.has(municipality),
    snapshot: (municipality, f) => store.snapshot(municipality, f),
    createMunicipality: async (municipality, epoch) => {
      await store.createMunicipality(municipality, epoch);
      if (waits) await mirror.follow(municipality);
      else mirror.followSoon(municipality);
    },
    transact: async (municipality, f) => {
      if (waits) await mirror.demand(municipality);
      const performed: string[] = [];
      const value = await store.transact(municipality, (tx) => f(noting(tx, performed)));
      if (performed.length > 0) mirror.notePerformed(municipality, performed);
      if (waits) await mirror.follow(municipality);
      else mirror.followSoon(municipality);
      return value;
    },
    close: async () => {
      await mirror.close();
      await store.close();
    },
  };
}

function noting(tx: Tx, performed: string[]): Tx {
  return {
    ...tx,
    removeEffect: async (id) => {
      await tx.removeEffect(id);
      performed.push(id);
    },
  };
}
