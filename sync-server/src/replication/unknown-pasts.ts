import type { ClerkId, MunicipalityId } from '@amtsstube/shared/domain/ids';
import { type Instant, millisecondsOf } from '@amtsstube/shared/domain/time';
import type { Logger } from '../logging.ts';

/** Desks whose checkpoint names a decision that the log doesn't have (S4). */
export interface UnknownPasts {
  /** Whether a new epoch may begin for this clerk's desk. Either way it is logged: somebody should look why. */
  mayBegin(municipality: MunicipalityId, clerk: ClerkId): boolean;
  /** It has begun, durably. */
  hasBegun(municipality: MunicipalityId, clerk: ClerkId): void;
}

const eachMilliseconds = 60 * 60 * 1000;

/**
 * A new epoch makes every desk of the town build its copy anew, and nobody can tell a checkpoint of a lost database
 * from one that was made up: so a clerk's desks, whatever names they give themselves, begin one an hour at most. Kept
 * in memory: a restart forgives, which nobody can cause from outside.
 */
export function createUnknownPasts(now: () => Instant, log: Pick<Logger, 'error'>): UnknownPasts {
  const last = new Map<string, Instant>();
  const keyOf = (municipality: MunicipalityId, clerk: ClerkId) => `${municipality}/${clerk}`;
  return {
    mayBegin: (municipality, clerk) => {
      const before = last.get(keyOf(municipality, clerk));
      // a clock that was set back must not shut a restore out for long
      const may =
        before === undefined || Math.abs(millisecondsOf(now()) - millisecondsOf(before)) >= eachMilliseconds;
      const done = may
        ? 'all desks build their copies anew'
        : 'again within an hour, that desk alone builds anew';
      log.error({ epoch: `a desk knows decisions this database lacks: ${done}`, municipality, clerk });
      return may;
    },
    hasBegun: (municipality, clerk) => last.set(keyOf(municipality, clerk), now()),
  };
}
