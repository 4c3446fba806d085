import { DayOfWeek, LocalDate as JodaDate } from '@js-joda/core';
import { getHolidays } from 'feiertagejs';
import { addDays, type LocalDate } from './time.ts';

/** The days of each year, made once: a calendar is the same for ever, so remembering it changes no answer (L9). */
const holidaysOf = new Map<string, ReadonlySet<string>>();

/** Public holidays of Saxony-Anhalt (FeiertG LSA § 2): those of all of Germany, 6 January and 31 October. */
export function isPublicHoliday(on: LocalDate): boolean {
  const year = on.slice(0, 4);
  const known = holidaysOf.get(year) ?? new Set(holidaysIn(year));
  holidaysOf.set(year, known);
  return known.has(on);
}

/** By `date`, which is noon in UTC and so the same day everywhere; the library's own text is the machine's local day. */
function holidaysIn(year: string): readonly string[] {
  return getHolidays(year, 'ST').map(({ date }) => date.toISOString().slice(0, 10));
}

/** Neither a Saturday, nor a Sunday, nor a public holiday of Saxony-Anhalt. */
export function isWorkingDay(on: LocalDate): boolean {
  const day = JodaDate.parse(on).dayOfWeek();
  return day !== DayOfWeek.SATURDAY && day !== DayOfWeek.SUNDAY && !isPublicHoliday(on);
}

/**
 * The day itself, or the next working day where it is none: a period that would end on a Saturday, Sunday or public
 * holiday ends with the next working day (§ 193 BGB; § 31 Abs. 3 Satz 1 VwVfG in connection with § 1 VwVfG LSA).
 */
export function workingDayFrom(on: LocalDate): LocalDate {
  return isWorkingDay(on) ? on : workingDayFrom(addDays(on, 1));
}
