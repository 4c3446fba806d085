import { type Instant, instant, instantOf, millisecondsOf } from '../time.ts';

/** Appointments begin and end on whole units: five minutes of UTC, counted from 1970, whatever the local time does. */
export const unitMinutes = 5;
const unitMilliseconds = unitMinutes * 60_000;

/** The number of a unit. It lasts from `instantOfUnit(unit)` to `instantOfUnit(unit + 1)`, half-open. */
export type Unit = number;

/** A moment at which a unit begins. */
export const unitInstant = instant.refine((at) => millisecondsOf(at as Instant) % unitMilliseconds === 0);

/** The unit that `at` falls in. */
export function unitOf(at: Instant): Unit {
  return Math.floor(millisecondsOf(at) / unitMilliseconds);
}

export function instantOfUnit(unit: Unit): Instant {
  return instantOf(unit * unitMilliseconds);
}

/** The first unit that begins at `at` or later. */
export function firstUnitFrom(at: Instant): Unit {
  return Math.ceil(millisecondsOf(at) / unitMilliseconds);
}
