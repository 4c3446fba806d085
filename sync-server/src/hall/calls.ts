import type { Ticket } from '@amtsstube/shared/domain/appointments/ticket';
import type { Counter } from '@amtsstube/shared/domain/counter';

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

/** The last calls, the newest first; first of all those who are still awaited. */
export function lastCalls(tickets: readonly Ticket[], counters: readonly Counter[]): readonly Call[] {
  return tickets
    .flatMap(({ number, state }) =>
      state.is === 'waiting' || state.calledAt === null || state.counterId === null
        ? []
        : { number, calledAt: state.calledAt, calls: state.calls, is: state.is, at: state.counterId },
    )
    .toSorted((a, b) => (a.calledAt < b.calledAt ? 1 : -1))
    .slice(0, mostCalls)
    .map(({ number, calledAt, calls, is, at }) => ({
      number,
      counter: counters.find(({ id }) => id === at)?.name ?? '',
      key: `${number} ${calledAt} ${calls}`,
      isOpen: is === 'called',
    }));
}
