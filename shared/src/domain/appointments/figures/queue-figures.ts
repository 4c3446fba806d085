import { type Durations, durationsOf } from '../../durations.ts';
import { type Instant, millisecondsOf } from '../../time.ts';
import type { Ticket } from '../ticket.ts';

/** Of people with a number. Durations are whole minutes. */
export interface QueueFigures {
  readonly came: number;
  readonly served: number;
  /** Didn't come when they were called, or left before. */
  readonly missed: number;
  /** Of all: was never called, or was put back. */
  readonly uncalled: number;
  /** From arriving to the last call, of all who were called. */
  readonly waiting: Durations;
  /** From the beginning at the counter to the end, of all who were served. */
  readonly service: Durations;
}

export function queueFigures(tickets: readonly Ticket[]): QueueFigures {
  return {
    came: tickets.length,
    served: tickets.filter(({ state }) => state.is === 'served').length,
    missed: tickets.filter(({ state }) => state.is === 'missed').length,
    uncalled: tickets.filter((each) => calledAt(each) === null).length,
    waiting: durationsOf(tickets.flatMap(waited)),
    service: durationsOf(tickets.flatMap(served)),
  };
}

function calledAt({ state }: Ticket): Instant | null {
  return state.is === 'waiting' ? null : state.calledAt;
}

function waited(each: Ticket): readonly number[] {
  const called = calledAt(each);
  return called === null ? [] : [minutesBetween(each.arrivedAt, called)];
}

function served({ state }: Ticket): readonly number[] {
  return state.is === 'served' ? [minutesBetween(state.startedAt, state.at)] : [];
}

/** A clock that was put back makes nothing shorter than not at all. */
function minutesBetween(from: Instant, to: Instant): number {
  return Math.round(Math.max(0, millisecondsOf(to) - millisecondsOf(from)) / 60_000);
}
