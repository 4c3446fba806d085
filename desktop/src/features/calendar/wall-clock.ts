import { localDay } from '@amtsstube/shared/domain/appointments/local-day';
import { instantOfUnit, type Unit, unitMinutes, unitOf } from '@amtsstube/shared/domain/appointments/unit';
import { type Instant, instantOf, type LocalDate, localDateOf } from '@amtsstube/shared/domain/time';

/** What a clock on the town hall's wall shows, whatever zone the PC is set to. */

export const unitsOfHour = 60 / unitMinutes;

/** Units since local midnight by the clock: 108 at nine o'clock, also on a day of 23 or 25 hours. */
export function clockUnits(on: LocalDate, unit: Unit): number {
  const { stretches } = localDay(on);
  const stretch = stretches.find(({ from, to }) => from <= unit && unit < to) ?? stretches.at(-1);
  return unit - (stretch?.midnight ?? unit);
}

/** The first moment of the day at which the clock shows it; undefined: it leaves it out, or it is no time of a day. */
export function unitAtClock(on: LocalDate, units: number): Unit | undefined {
  const { to, stretches } = localDay(on);
  for (const stretch of stretches) {
    const unit = stretch.midnight + units;
    if (stretch.from <= unit && unit < stretch.to) return unit;
  }
  return units === 24 * unitsOfHour ? to : undefined;
}

/** `09:05` */
export function clockOfUnits(units: number): string {
  const minutes = units * unitMinutes;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** `09:05`, in the local time of Saxony-Anhalt. */
export function clockAt(at: Instant): string {
  return clockOfUnits(clockUnits(localDateOf(at), unitOf(at)));
}

/** Reads `9`, `9:05`, `9.05` or `905` as units since midnight, on whole units; undefined: no such time. */
export function readClock(text: string): number | undefined {
  const match = /^(\d{1,2})(?:[:.]?(\d{2}))?(?:\s*Uhr)?$/i.exec(text.trim());
  if (!match) return undefined;
  const minutes = Number(match[1]) * 60 + Number(match[2] ?? 0);
  if (Number(match[2] ?? 0) > 59 || minutes > 24 * 60 || minutes % unitMinutes !== 0) return undefined;
  return minutes / unitMinutes;
}

/** The unit that now is in. */
export function presentUnit(): Unit {
  return unitOf(instantOf(Date.now()));
}

/** The day a unit is on. */
export function dayOf(unit: Unit): LocalDate {
  return localDateOf(instantOfUnit(unit));
}
