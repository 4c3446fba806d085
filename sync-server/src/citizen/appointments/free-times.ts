import type { FreeDay } from '@amtsstube/shared/domain/appointments/slot-calendar';
import { instantOfUnit, type Unit } from '@amtsstube/shared/domain/appointments/unit';
import type { Visit } from '@amtsstube/shared/domain/appointments/visit';
import type { CounterId } from '@amtsstube/shared/domain/ids';
import { addDays, type LocalDate, localDateOf } from '@amtsstube/shared/domain/time';
import type { TownTimes } from '../../booking/booking-times.ts';
import { firstOf, lastOf, type Month, monthAfter, monthOf } from './booking-paths.ts';

/** A time somebody may have, at whichever counter. */
export interface FreeTime {
  readonly start: Unit;
  /** Where, the counter with most time left that day first: so that none is full while others wait. */
  readonly counterIds: readonly CounterId[];
}

export interface DayOfTimes {
  readonly on: LocalDate;
  readonly times: readonly FreeTime[];
}

/** Days with free times, ascending; days without one are left out. The one engine, and nothing beside it (K3). */
export function freeDays(
  { calendar }: TownTimes,
  visit: Visit,
  first: LocalDate,
  last: LocalDate,
): readonly DayOfTimes[] {
  return calendar.freeSlots(visit, first, last).map(timesOf);
}

/** The last day on which the web is offered this visit. */
export function lastDay({ now }: TownTimes, { horizonDays }: Visit): LocalDate {
  return addDays(localDateOf(now), horizonDays);
}

/** The days of the month that can be asked for. */
export function freeDaysOfMonth(times: TownTimes, visit: Visit, month: Month): readonly DayOfTimes[] {
  return freeDays(times, visit, firstOf(month), lastOf(month));
}

/** The first day with a free time from `first` on; undefined: none as far as the web is offered any. */
export function nextFreeDay(times: TownTimes, visit: Visit, first: LocalDate): DayOfTimes | undefined {
  const today = localDateOf(times.now);
  const last = lastDay(times, visit);
  // most towns have something free in the first week: no more days are worked out than are needed
  for (let from = first < today ? today : first; from <= last; from = addDays(from, 7)) {
    const [found] = freeDays(times, visit, from, addDays(from, 6));
    if (found) return found;
  }
  return undefined;
}

/** The last day with a free time before this one, at most a month before. */
export function previousFreeDay(times: TownTimes, visit: Visit, on: LocalDate): DayOfTimes | undefined {
  const today = localDateOf(times.now);
  const earliest = addDays(on, -31);
  for (let day = addDays(on, -1); day >= today && day >= earliest; day = addDays(day, -1)) {
    const [found] = freeDays(times, visit, day, day);
    if (found) return found;
  }
  return undefined;
}

/** The first free day of each later month that has one. */
export function laterMonths(times: TownTimes, visit: Visit, after: Month): readonly DayOfTimes[] {
  const found: DayOfTimes[] = [];
  const last = monthOf(lastDay(times, visit));
  for (let month = monthAfter(after); month <= last && found.length < 3; month = monthAfter(month)) {
    const [first] = freeDaysOfMonth(times, visit, month);
    if (first) found.push(first);
  }
  return found;
}

/** The free times next to a wished one, nearest first: today or later, at most two weeks from it. */
export function nearestTimes(times: TownTimes, visit: Visit, wish: Unit, most: number): readonly FreeTime[] {
  const on = localDateOf(instantOfUnit(wish));
  const around = freeDays(times, visit, addDays(on, -14), addDays(on, 14)).flatMap((day) => day.times);
  return around
    .toSorted((a, b) => Math.abs(a.start - wish) - Math.abs(b.start - wish) || a.start - b.start)
    .slice(0, most);
}

/** Counters at which the visit can begin then. */
export function countersAt(times: TownTimes, visit: Visit, start: Unit): readonly CounterId[] {
  const on = localDateOf(instantOfUnit(start));
  const [day] = freeDays(times, visit, on, on);
  return day?.times.find((each) => each.start === start)?.counterIds ?? [];
}

function timesOf({ on, counters }: FreeDay): DayOfTimes {
  const byStart = new Map<Unit, CounterId[]>();
  for (const { counterId, starts } of counters.toSorted((a, b) => b.starts.length - a.starts.length))
    for (const start of starts) {
      const at = byStart.get(start);
      if (at) at.push(counterId);
      else byStart.set(start, [counterId]);
    }
  const times = [...byStart].map(([start, counterIds]) => ({ start, counterIds }));
  return { on, times: times.toSorted((a, b) => a.start - b.start) };
}
