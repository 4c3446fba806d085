import { setImmediate as loopTurn } from 'node:timers/promises';

/** Runs what it is given when its turn has come. */
export type InTurn = <T>(work: () => T | Promise<T>) => Promise<T>;

/**
 * One after another, and the event loop comes round between two: where fifty desks ask in the same millisecond, each
 * answer takes its millisecond, and a citizen's page, a commit or a hint doesn't wait for all fifty.
 */
export function createTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.then(pass, pass);
    return mine;
  };
}

function pass(): Promise<void> {
  return loopTurn();
}
