import { Instant as JodaInstant } from '@js-joda/core';
import { berlin } from '../berlin-zone.ts';
import type { LocalDate } from '../time.ts';
import { z } from '../zod.ts';
import { type Unit, unitMinutes } from './unit.ts';

/** `09:00`; `24:00` is the end of the day. On whole units, so that no time is offered that can't be claimed. */
export const localTime = z
  .string()
  .regex(/^(?:(?:[01]\d|2[0-3]):[0-5][05]|24:00)$/)
  .brand<'LocalTime'>();
export type LocalTime = z.infer<typeof localTime>;

export function minutesOf(time: LocalTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** Calendar days since 1 January 1970, which was a Thursday: a day as a number, without the date library's price. */
export function dayNumber(on: LocalDate): number {
  return Date.parse(on) / 86_400_000;
}

export function dayOfNumber(day: number): LocalDate {
  return new Date(day * 86_400_000).toISOString().slice(0, 10) as LocalDate;
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(on: LocalDate): number {
  return ((((dayNumber(on) + 3) % 7) + 7) % 7) + 1;
}

/** Weeks begin on Monday; which one it is since 1970. */
export function weekNumber(on: LocalDate): number {
  return Math.floor((dayNumber(on) + 3) / 7);
}

/** A local calendar day in Saxony-Anhalt as units of UTC: of 23, 24 or 25 hours. */
export interface LocalDay {
  readonly on: LocalDate;
  readonly from: Unit;
  readonly to: Unit;
  /** One, or two where the clocks change: in each, local time is UTC plus a constant. */
  readonly stretches: readonly {
    readonly from: Unit;
    readonly to: Unit;
    /** The unit in which local midnight would have been by this stretch's clock. */
    readonly midnight: Unit;
  }[];
}

const units = (minutes: number) => minutes / unitMinutes;
/** The same for ever, so remembering it changes no answer (L9). */
const known = new Map<LocalDate, LocalDay>();

export function localDay(on: LocalDate): LocalDay {
  const found = known.get(on) ?? makeDay(on);
  if (known.size > 5000) known.clear();
  known.set(on, found);
  return found;
}

function makeDay(on: LocalDate): LocalDay {
  const utcMidnight = dayNumber(on) * units(24 * 60);
  const midnightAt = (day: number, near: Unit) => day * units(24 * 60) - offsetAt(near);
  // where the clocks change, they do so at one o'clock UTC: midnight's offset is that of the evening before
  const from = midnightAt(dayNumber(on), utcMidnight - units(120));
  const to = midnightAt(dayNumber(on) + 1, utcMidnight + units(22 * 60));
  const [first, last] = [offsetAt(from), offsetAt(to - 1)];
  if (first === last) return { on, from, to, stretches: [{ from, to, midnight: from }] };
  const change = firstWith(from, to, (unit) => offsetAt(unit) === last);
  return {
    on,
    from,
    to,
    stretches: [
      { from, to: change, midnight: utcMidnight - first },
      { from: change, to, midnight: utcMidnight - last },
    ],
  };
}

/** Local time minus UTC, in units. */
function offsetAt(unit: Unit): number {
  const at = JodaInstant.ofEpochMilli(unit * unitMinutes * 60_000);
  return units(berlin.rules().offset(at).totalSeconds() / 60);
}

/** The first unit in [from, to) from which on `is` holds. */
function firstWith(from: Unit, to: Unit, is: (unit: Unit) => boolean): Unit {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (is(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Calls `each` with the units of a day whose local time lies in [from, to). What the clock shows twice is there twice;
 * what it leaves out is not.
 */
export function eachStretch(
  { stretches }: LocalDay,
  from: LocalTime,
  to: LocalTime,
  each: (from: Unit, to: Unit) => void,
): void {
  for (const stretch of stretches) {
    const first = Math.max(stretch.from, stretch.midnight + units(minutesOf(from)));
    const end = Math.min(stretch.to, stretch.midnight + units(minutesOf(to)));
    if (first < end) each(first, end);
  }
}
