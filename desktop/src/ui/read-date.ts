import { addDays, type LocalDate, parseLocalDate } from '@amtsstube/shared/domain/time';

/** A day as people type it: `24.5.2026`, or `+14` for so many days from today; undefined: neither. */
export function readDate(text: string, today: LocalDate): LocalDate | undefined {
  const days = /^\+\s*(\d{1,4})$/.exec(text.trim())?.[1];
  return days === undefined ? parseLocalDate(text) : addDays(today, Number(days));
}
