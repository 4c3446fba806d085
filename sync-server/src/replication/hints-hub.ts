import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import type { Hint } from '@amtsstube/shared/replication/messages';

export type HintListener = (hint: Hint) => void;

/** Hands the hint of each commit to the desks that listen. Loses nothing that matters: desks also poll. */
export interface HintsHub {
  publish(municipality: MunicipalityId, hint: Hint): void;
  /** Returns how to stop listening. */
  listen(municipality: MunicipalityId, listener: HintListener): () => void;
}

interface Town {
  readonly listeners: Set<HintListener>;
  /** While it lasts hints are gathered into one. */
  pause: NodeJS.Timeout | undefined;
  gathered: Hint | undefined;
}

/**
 * The first hint goes at once; what is committed within `pauseMs` of one goes together after it. Where everybody's
 * line comes back at the same moment there are dozens of commits a second, and each desk would ask after each.
 */
export function createHintsHub(pauseMs = 0): HintsHub {
  const towns = new Map<MunicipalityId, Town>();

  function tell(town: Town, hint: Hint): void {
    for (const listener of [...town.listeners]) listener(hint);
    if (pauseMs === 0) return;
    town.pause = setTimeout(() => {
      const { gathered } = town;
      town.pause = undefined;
      town.gathered = undefined;
      if (gathered) tell(town, gathered);
    }, pauseMs).unref();
  }

  return {
    publish: (municipality, hint) => {
      const town = towns.get(municipality);
      if (!town) return;
      if (town.pause) town.gathered = town.gathered ? together(town.gathered, hint) : hint;
      else tell(town, hint);
    },
    listen: (municipality, listener) => {
      const town = towns.get(municipality) ?? { listeners: new Set(), pause: undefined, gathered: undefined };
      towns.set(municipality, town);
      town.listeners.add(listener);
      return () => {
        town.listeners.delete(listener);
        if (town.listeners.size > 0 || towns.get(municipality) !== town) return;
        clearTimeout(town.pause);
        towns.delete(municipality);
      };
    },
  };
}

function together(one: Hint, other: Hint): Hint {
  return {
    seq: Math.max(one.seq, other.seq),
    collections: [...new Set([...one.collections, ...other.collections])],
  };
}
