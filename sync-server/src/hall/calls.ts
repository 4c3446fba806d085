import type { Ticket } from '@amtsstube/shared/domain/appointments/ticket';
import type { Counter } from '@amtsstube/shared/domain/counter';
import { type Instant, instantOf, millisecondsOf } from '@amtsstube/shared/domain/time';

/** One line of the screen in the hall. It names nobody. */
export interface Call {
  readonly number: string;
  readonly counter: string;
  /** Another call of the same number is another one. */
  readonly key: string;
  /** Still to come to the counter. */
  readonly isOpen: boolean;
}

/** So many fit on a screen and can be read from eight metres. */
const mostCalls = 5;

/** Who came to the counter is of no interest to anybody after that. */
const shownMs = 20 * 60_000;

/** Those who are still awaited, the newest first; after them who was called a short while ago. */
export function lastCalls(
  tickets: readonly Ticket[],
  counters: readonly Counter[],
  now: Instant,
): readonly Call[] {
  const oldest = instantOf(millisecondsOf(now) - shownMs);
  return tickets
    .flatMap(({ number, state, isNoted }) =>
      // nobody holds the number of a visit that was entered afterwards
      isNoted || state.is === 'waiting' || state.calledAt === null || state.counterId === null
        ? []
        : { number, calledAt: state.calledAt, calls: state.calls, is: state.is, at: state.counterId },
    )
    .filter(({ is, calledAt }) => is === 'called' || calledAt >= oldest)
    .toSorted(
      (a, b) => Number(b.is === 'called') - Number(a.is === 'called') || (a.calledAt < b.calledAt ? 1 : -1),
    )
    .slice(0, mostCalls)
    .map(({ number, calledAt, calls, is, at }) => ({
      number,
      counter: counters.find(({ id }) => id === at)?.name ?? '',
      key: `${number} ${calledAt} ${calls}`,
      isOpen: is === 'called',
    }));
}
