import type { Counter } from '../../counter.ts';
import type { LocalDate } from '../../time.ts';
import type { BookingSettings } from '../booking-settings.ts';
import { makeCounterDay, unitIs } from '../counter-day.ts';
import { unitMinutes, unitOf } from '../unit.ts';

/** Minutes of counters' time that can be booked: opening hours without closures and blocked times. */
export interface Planned {
  readonly web: number;
  /** The desk's alone. */
  readonly internal: number;
}

const nothingPlanned: Planned = { web: 0, internal: 0 };

/** Of one counter on one local day, as its opening hours are known now (K6); nothing after it went out of use. */
export function plannedMinutes(
  counter: Counter,
  booking: Pick<BookingSettings, 'closures'>,
  on: LocalDate,
): Planned {
  const { from, units } = makeCounterDay(counter, booking, on, () => false);
  const { deactivatedAt } = counter;
  const end = deactivatedAt === undefined ? units.length : Math.max(0, unitOf(deactivatedAt) - from);
  const inUse = units.subarray(0, end);
  return { web: minutesOf(inUse, unitIs.web), internal: minutesOf(inUse, unitIs.internal) };
}

export function sumOfPlanned(all: readonly Planned[]): Planned {
  return all.reduce(
    (sum, { web, internal }) => ({ web: sum.web + web, internal: sum.internal + internal }),
    nothingPlanned,
  );
}

function minutesOf(units: Uint8Array, is: number): number {
  return units.filter((each) => each === is).length * unitMinutes;
}
