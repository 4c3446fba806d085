import type { Counter } from '../counter.ts';
import type { LocalDate } from '../time.ts';
import { type BookingSettings, closureOn } from './booking-settings.ts';
import { eachStretch, localDay } from './local-day.ts';
import { rangesOn } from './opening-hours.ts';
import { type Unit, unitOf } from './unit.ts';
import type { Audience } from './visit.ts';

/** What a unit of a counter's day is. `web` and `internal` can be booked. */
export const unitIs = { closed: 0, web: 1, internal: 2, closure: 3, blocked: 4, taken: 5 } as const;

/** A counter's local day, unit by unit. */
export interface CounterDay {
  readonly from: Unit;
  readonly units: Uint8Array;
  /** Indices of units between which it is open at all, `end` exclusive: nothing begins before or after them. */
  readonly open: { readonly begin: number; readonly end: number };
  /** By unit: how many from it on can be booked without a gap. */
  readonly runs: Readonly<Record<Audience, Uint16Array>>;
}

/** @param isTaken whether somebody has this unit of the counter; asked of open ones only */
export function makeCounterDay(
  counter: Counter,
  booking: Pick<BookingSettings, 'closures'>,
  on: LocalDate,
  isTaken: (unit: Unit) => boolean,
): CounterDay {
  const day = localDay(on);
  const units = new Uint8Array(day.to - day.from);
  const open = { begin: units.length, end: 0 };
  if (closureOn(booking, counter.id, on)) units.fill(unitIs.closure);
  else {
    for (const range of rangesOn(counter, on))
      eachStretch(day, range.from, range.to, (from, to) => {
        units.fill(unitIs[range.share], from - day.from, to - day.from);
        open.begin = Math.min(open.begin, from - day.from);
        open.end = Math.max(open.end, to - day.from);
      });
    for (const { startsAt, endsAt } of counter.blocked ?? [])
      barOpen(units, unitOf(startsAt) - day.from, unitOf(endsAt) - day.from, unitIs.blocked);
    for (let index = open.begin; index < open.end; index += 1)
      if (isOpen(units[index]) && isTaken(day.from + index)) units[index] = unitIs.taken;
  }
  return {
    from: day.from,
    units,
    open,
    runs: {
      web: runsOf(units, open, (is) => is === unitIs.web),
      desk: runsOf(units, open, isOpen),
    },
  };
}

/** A closed time stays closed, whoever has it. */
function barOpen(units: Uint8Array, from: number, to: number, as: number): void {
  for (let index = Math.max(0, from); index < Math.min(units.length, to); index += 1)
    if (isOpen(units[index])) units[index] = as;
}

function isOpen(is: number | undefined): boolean {
  return is === unitIs.web || is === unitIs.internal;
}

function runsOf(
  units: Uint8Array,
  { begin, end }: CounterDay['open'],
  isFree: (is: number) => boolean,
): Uint16Array {
  const runs = new Uint16Array(units.length);
  let run = 0;
  for (let index = end - 1; index >= begin; index -= 1) {
    run = isFree(units[index] ?? 0) ? run + 1 : 0;
    runs[index] = run;
  }
  return runs;
}
