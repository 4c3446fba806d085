import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import type { Hint } from '@amtsstube/shared/replication/messages';

export type HintListener = (hint: Hint) => void;

/** Hands the hint of each commit to the desks that listen. Loses nothing that matters: desks also poll. */
export interface HintsHub {
  publish(municipality: MunicipalityId, hint: Hint): void;
  /** Returns how to stop listening. */
  listen(municipality: MunicipalityId, listener: HintListener): () => void;
}

export function createHintsHub(): HintsHub {
  const listeners = new Map<MunicipalityId, Set<HintListener>>();
  return {
    publish: (municipality, hint) => {
      for (const listener of [...(listeners.get(municipality) ?? [])]) listener(hint);
    },
    listen: (municipality, listener) => {
      const own = listeners.get(municipality) ?? new Set();
      listeners.set(municipality, own.add(listener));
      return () => {
        own.delete(listener);
        if (own.size === 0 && listeners.get(municipality) === own) listeners.delete(municipality);
      };
    },
  };
}
