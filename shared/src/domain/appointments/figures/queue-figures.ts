import { type Durations, durationsOf } from '../../durations.ts';
import type { CounterId } from '../../ids.ts';
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
  /** From arriving to the last call, of all who were called, but for those entered afterwards: that nobody wrote down. */
  readonly waiting: Durations;
  /** From the beginning at the counter to the end, of all who were served. */
  readonly service: Durations;
}

/** A visitor with her times, read once: each is in many figures. */
export interface Timed {
  readonly ticket: Ticket;
  /** Who called her last; null: nobody, or she was put back. */
  readonly calledTo: CounterId | null;
  /** Whole minutes; undefined: she wasn't called, or nobody knows. */
  readonly waited: number | undefined;
  /** undefined: she wasn't served, or nobody wrote down until when. */
  readonly served: number | undefined;
}

export function timed(ticket: Ticket): Timed {
  const { state, arrivedAt, isNoted = false } = ticket;
  if (state.is === 'waiting') return { ticket, calledTo: null, waited: undefined, served: undefined };
  return {
    ticket,
    calledTo: state.counterId,
    waited: isNoted || state.calledAt === null ? undefined : minutesBetween(arrivedAt, state.calledAt),
    served:
      state.is !== 'served' || (isNoted && state.at === state.startedAt)
        ? undefined
        : minutesBetween(state.startedAt, state.at),
  };
}

export function queueFigures(all: readonly Timed[]): QueueFigures {
  return {
    came: all.length,
    served: all.filter(({ ticket }) => ticket.state.is === 'served').length,
    missed: all.filter(({ ticket }) => ticket.state.is === 'missed').length,
    uncalled: all.filter(({ calledTo }) => calledTo === null).length,
    waiting: durationsOf(all.flatMap(({ waited }) => waited ?? [])),
    service: durationsOf(all.flatMap(({ served }) => served ?? [])),
  };
}

/** A clock that was put back makes nothing shorter than not at all. */
function minutesBetween(from: Instant, to: Instant): number {
  return Math.round(Math.max(0, millisecondsOf(to) - millisecondsOf(from)) / 60_000);
}
