import { type LocalDate, millisecondsOf } from '../time.ts';
import type { Ticket } from './ticket.ts';

/** Of one day, in whole minutes; null: nobody it could be said of. */
export interface QueueFigures {
  readonly on: LocalDate;
  readonly came: number;
  readonly served: number;
  /** Didn't come when they were called, or left before. */
  readonly missed: number;
  /** From arriving to the last call, of all who were called. */
  readonly waiting: Times | null;
  /** From the beginning at the counter to the end, of all who were served. */
  readonly service: Times | null;
}

export interface Times {
  readonly mean: number;
  readonly median: number;
  readonly longest: number;
}

/** What the tickets of each day say, the first day first. */
export function queueFigures(tickets: readonly Ticket[]): readonly QueueFigures[] {
  const days = Map.groupBy(tickets, ({ on }) => on);
  return [...days]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([on, all]) => ({
      on,
      came: all.length,
      served: all.filter(({ state }) => state.is === 'served').length,
      missed: all.filter(({ state }) => state.is === 'missed').length,
      waiting: timesOf(all.flatMap(waitedMs)),
      service: timesOf(all.flatMap(servedMs)),
    }));
}

function waitedMs({ state, arrivedAt }: Ticket): readonly number[] {
  if (state.is === 'waiting' || state.calledAt === null) return [];
  return [Math.max(0, millisecondsOf(state.calledAt) - millisecondsOf(arrivedAt))];
}

function servedMs({ state }: Ticket): readonly number[] {
  if (state.is !== 'served') return [];
  return [Math.max(0, millisecondsOf(state.at) - millisecondsOf(state.startedAt))];
}

function timesOf(all: readonly number[]): Times | null {
  if (all.length === 0) return null;
  const sorted = all.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median =
    sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
  const minutes = (milliseconds: number) => Math.round(milliseconds / 60_000);
  return {
    mean: minutes(all.reduce((sum, each) => sum + each, 0) / all.length),
    median: minutes(median),
    longest: minutes(sorted.at(-1) ?? 0),
  };
}
