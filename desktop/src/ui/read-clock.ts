import { localDay } from '@amtsstube/shared/domain/appointments/local-day';
import { instantOfUnit, type Unit, unitMinutes } from '@amtsstube/shared/domain/appointments/unit';
import { type Instant, instantOf, type LocalDate, millisecondsOf } from '@amtsstube/shared/domain/time';

export const unitsOfHour = 60 / unitMinutes;

/** `09:05`, of units since midnight by the clock. */
export function clockOfUnits(units: number): string {
  const minutes = units * unitMinutes;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Reads `9`, `9:05`, `9.05` or `905` as units since midnight, on whole units; undefined: no such time. */
export function readClock(text: string): number | undefined {
  const minutes = readMinutes(text);
  return minutes === undefined || minutes % unitMinutes !== 0 ? undefined : minutes / unitMinutes;
}

/** The same to the minute. */
export function readMinutes(text: string): number | undefined {
  const match = /^(\d{1,2})(?:[:.]?(\d{2}))?(?:\s*Uhr)?$/i.exec(text.trim());
  if (!match) return undefined;
  const minutes = Number(match[1]) * 60 + Number(match[2] ?? 0);
  return Number(match[2] ?? 0) > 59 || minutes > 24 * 60 ? undefined : minutes;
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

/** When the clock on the town hall's wall shows so many minutes since midnight, the first time; undefined: it leaves them out. */
export function instantAtMinutes(on: LocalDate, minutes: number): Instant | undefined {
  const unit = minutes < 24 * 60 ? unitAtClock(on, Math.floor(minutes / unitMinutes)) : undefined;
  if (unit === undefined) return undefined;
  return instantOf(millisecondsOf(instantOfUnit(unit)) + (minutes % unitMinutes) * 60_000);
}
