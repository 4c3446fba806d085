import { localDay, weekdayOf } from '@amtsstube/shared/domain/appointments/local-day';
import { instantOfUnit, type Unit, unitOf } from '@amtsstube/shared/domain/appointments/unit';
import { formatClock, type Instant, type LocalDate, localDateOf } from '@amtsstube/shared/domain/time';
import { texts } from '../language.ts';
import type { Month } from './booking-paths.ts';

/** `Dienstag, 1. Dezember 2026`, in the page's language. */
export function longDate(on: LocalDate): string {
  const text = texts().when;
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number);
  return text.date(text.weekdays[weekdayOf(on) - 1] ?? '', day, text.months[month - 1] ?? '', year);
}

/** `Dezember 2026` */
export function monthName(month: Month): string {
  return `${monthWord(month)} ${month.slice(0, 4)}`;
}

/** `Dezember` */
export function monthWord(month: Month): string {
  return texts().when.months[Number(month.slice(5)) - 1] ?? '';
}

/** `09:00`; where the clock shows an hour twice, with which of them it is. */
export function localTimeOf(at: Instant): string {
  const time = formatClock(at);
  const turn = repeatedHour(unitOf(at));
  return turn === undefined ? time : `${time} ${texts().when.turns[turn]}`;
}

/** The same as a sentence has it. */
export function timeInText(at: Instant): string {
  return texts().when.time(localTimeOf(at));
}

/** `Dienstag, 1. Dezember 2026, 09:00 bis 09:30 Uhr` */
export function dateAndTimes(startsAt: Instant, endsAt: Instant): string {
  return `${longDate(localDateOf(startsAt))}, ${texts().when.fromTo(localTimeOf(startsAt), localTimeOf(endsAt))}`;
}

/** `Dienstag, 1. Dezember 2026, 09:00 Uhr` */
export function dateAndTime(at: Instant): string {
  return `${longDate(localDateOf(at))}, ${timeInText(at)}`;
}

/** Which of the two hours of this name it is; undefined: there is one. */
function repeatedHour(unit: Unit): 'first' | 'second' | undefined {
  const { stretches } = localDay(localDateOf(instantOfUnit(unit)));
  const own = stretches.find(({ from, to }) => from <= unit && unit < to);
  const other = stretches.find((each) => each !== own);
  if (!own || !other) return undefined;
  const there = other.midnight + (unit - own.midnight);
  if (there < other.from || there >= other.to) return undefined;
  return own.from < other.from ? 'first' : 'second';
}
