import { localDay } from '@amtsstube/shared/domain/appointments/local-day';
import type { Unit } from '@amtsstube/shared/domain/appointments/unit';
import type { LocalDate } from '@amtsstube/shared/domain/time';
import { clockOfUnits, unitAtClock, unitsOfHour } from '../../ui/read-clock.ts';
import { clockUnits } from './wall-clock.ts';

/** Rows of a grid of time, one per unit; the columns beside each other share them. */
export interface DayAxis {
  readonly rows: number;
  readonly hours: readonly { readonly row: number; readonly text: string }[];
  /** May lie outside of the rows. */
  rowOf(on: LocalDate, unit: Unit): number;
  /** The moment of a row; the nearest there is, where the clock leaves the row's out. */
  unitAt(on: LocalDate, row: number): Unit;
}

/** Where nobody is received and nothing is booked. */
const usual = { from: 8 * unitsOfHour, to: 16 * unitsOfHour };

/** Whole hours around everything that is to be seen, each given by the clock. */
export function hoursAround(
  seen: readonly { readonly on: LocalDate; readonly from: Unit; readonly to: Unit }[],
): { readonly from: number; readonly to: number } {
  if (seen.length === 0) return usual;
  const first = Math.min(...seen.map(({ on, from }) => clockUnits(on, from)));
  const last = Math.max(...seen.map(({ on, to }) => clockUnits(on, to - 1) + 1));
  return {
    from: Math.floor(first / unitsOfHour) * unitsOfHour,
    to: Math.ceil(last / unitsOfHour) * unitsOfHour,
  };
}

/**
 * One day alone is drawn as it passes: the hour that a clock shows twice has two rows of hours, the one it leaves out has
 * none. Several days stand beside each other by the clock.
 */
export function makeDayAxis(
  days: readonly LocalDate[],
  { from, to }: { readonly from: number; readonly to: number },
): DayAxis {
  const [only, ...others] = days;
  return only === undefined || others.length > 0 ? byTheClock(from, to) : asItPasses(only, from, to);
}

function byTheClock(from: number, to: number): DayAxis {
  return {
    rows: to - from,
    hours: eachHour(from, to).map((units) => ({ row: units - from, text: clockOfUnits(units) })),
    rowOf: (on, unit) => {
      const day = localDay(on);
      if (unit <= day.from) return -from;
      return (unit >= day.to ? 24 * unitsOfHour : clockUnits(on, unit)) - from;
    },
    unitAt: (on, row) => nearestUnit(on, from + row),
  };
}

function asItPasses(on: LocalDate, from: number, to: number): DayAxis {
  const day = localDay(on);
  const first = nearestUnit(on, from);
  const end = to >= 24 * unitsOfHour ? day.to : lastUnit(on, to);
  const hours: { row: number; text: string }[] = [];
  for (let unit = first; unit < end; unit += 1) {
    const units = clockUnits(on, unit);
    if (units % unitsOfHour === 0) hours.push({ row: unit - first, text: clockOfUnits(units) });
  }
  return {
    rows: end - first,
    hours,
    rowOf: (_on, unit) => unit - first,
    unitAt: (_on, row) => first + row,
  };
}

function eachHour(from: number, to: number): number[] {
  return Array.from(
    { length: Math.ceil((to - from) / unitsOfHour) },
    (_, index) => from + index * unitsOfHour,
  );
}

function nearestUnit(on: LocalDate, units: number): Unit {
  const { from, to } = localDay(on);
  for (let later = units; later <= 24 * unitsOfHour; later += 1) {
    const unit = unitAtClock(on, later);
    if (unit !== undefined) return unit;
  }
  return units < 0 ? from : to;
}

/** Where the clock shows it twice, the second time: a window ends after both. */
function lastUnit(on: LocalDate, units: number): Unit {
  const last = localDay(on).stretches.at(-1);
  const unit = last ? last.midnight + units : undefined;
  return unit !== undefined && last && unit > last.from ? unit : nearestUnit(on, units);
}
