import { daysBetween, type LocalDate, localDate } from '@amtsstube/shared/domain/time';
import { de } from '../texts/de.ts';

/** A Monday. */
const monday = localDate.parse('2026-11-23');

export function weekdayOf(on: LocalDate): string {
  const days = daysBetween(monday, on);
  return de.dates.weekdays[((days % 7) + 7) % 7] ?? '';
}
