import type { Instant, LocalDate } from '../time.ts';
import { type CounterDay, unitIs } from './counter-day.ts';
import { noonOf, type Stretch, stretchesOf } from './time-lease.ts';
import { firstUnitFrom, type Unit } from './unit.ts';

/** Of a counter's time on a day, at most this part is anybody's ahead of time. */
const leasedPart = 0.25;

/**
 * What of a counter's day may be granted: internal time that is free, of each half day the same where there is as much, and
 * never more than a quarter of the day together with what is leased already.
 *
 * @param leased units of this day that are somebody's ahead of time
 */
export function grantable(day: CounterDay, on: LocalDate, leased: number, now: Instant): readonly Stretch[] {
  const isOpen = (is: number | undefined) =>
    is === unitIs.web || is === unitIs.internal || is === unitIs.taken;
  const capacity = day.units.filter(isOpen).length;
  const most = Math.floor(capacity * leasedPart) - leased;
  const first = firstUnitFrom(now);
  const free: Unit[] = [];
  day.units.forEach((is, index) => {
    if (is === unitIs.internal && day.from + index >= first) free.push(day.from + index);
  });
  const noon = noonOf(on);
  const half = Math.ceil(most / 2);
  const chosen = new Set([
    ...free.filter((unit) => unit < noon).slice(0, Math.max(0, half)),
    ...free.filter((unit) => unit >= noon).slice(0, Math.max(0, half)),
  ]);
  // where one half day has too little, the other may have more
  for (const unit of free) if (chosen.size < most) chosen.add(unit);
  return stretchesOf([...chosen].toSorted((a, b) => a - b).slice(0, Math.max(0, most)));
}
