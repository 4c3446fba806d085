import { localDay } from '@amtsstube/shared/domain/appointments/local-day';
import { instantOfUnit, type Unit, unitOf } from '@amtsstube/shared/domain/appointments/unit';
import { type Instant, type LocalDate, localDateOf } from '@amtsstube/shared/domain/time';
import { clockOfUnits } from '../../ui/read-clock.ts';

/** What a clock on the town hall's wall shows, whatever zone the PC is set to. */

/** Units since local midnight by the clock: 108 at nine o'clock, also on a day of 23 or 25 hours. */
export function clockUnits(on: LocalDate, unit: Unit): number {
  const { stretches } = localDay(on);
  const stretch = stretches.find(({ from, to }) => from <= unit && unit < to) ?? stretches.at(-1);
  return unit - (stretch?.midnight ?? unit);
}

/** `09:05`, in the local time of Saxony-Anhalt. */
export function clockAt(at: Instant): string {
  return clockOfUnits(clockUnits(localDateOf(at), unitOf(at)));
}

/** The day a unit is on. */
export function dayOf(unit: Unit): LocalDate {
  return localDateOf(instantOfUnit(unit));
}
