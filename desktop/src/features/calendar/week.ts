import { dayNumber, weekdayOf } from '@amtsstube/shared/domain/appointments/local-day';
import { addDays, type LocalDate } from '@amtsstube/shared/domain/time';

/** Monday to Sunday around a day. */
export function daysOfWeek(on: LocalDate): readonly LocalDate[] {
  const monday = addDays(on, 1 - weekdayOf(on));
  return [0, 1, 2, 3, 4, 5, 6].map((days) => addDays(monday, days));
}

/** The number of its week as calendars here have it (DIN 1355, ISO 8601): the first is that of the year's first Thursday. */
export function weekOfYear(on: LocalDate): number {
  const thursday = addDays(on, 4 - weekdayOf(on));
  const newYear = `${thursday.slice(0, 4)}-01-01` as LocalDate;
  return Math.floor((dayNumber(thursday) - dayNumber(newYear)) / 7) + 1;
}
