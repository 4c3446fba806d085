import type { Booking } from '@amtsstube/shared/domain/appointments/appointment';
import type { Slot } from '@amtsstube/shared/domain/appointments/slot-calendar';
import { instantOfUnit, type Unit } from '@amtsstube/shared/domain/appointments/unit';
import { formatLocalDate, type Instant, type LocalDate, localDateOf } from '@amtsstube/shared/domain/time';
import { de } from '../../texts/de.ts';
import { weekdayOf } from '../../ui/weekday.ts';
import { clockAt } from './wall-clock.ts';

/** `Dienstag, 24.11.2026` */
export function dayWords(on: LocalDate): string {
  return de.dates.onDay(formatLocalDate(on), weekdayOf(on));
}

/** `Di, 24.11.2026` */
export function shortDayWords(on: LocalDate): string {
  return de.dates.onDay(formatLocalDate(on), weekdayOf(on).slice(0, 2));
}

/** `Di 24.11.`, above a column. */
export function headDayWords(on: LocalDate): string {
  return `${weekdayOf(on).slice(0, 2)} ${formatLocalDate(on).slice(0, 6)}`;
}

/** `Dienstag, 24.11.2026, 09:00–09:15 Uhr` */
export function spanWords({ startsAt, endsAt }: Pick<Booking, 'startsAt' | 'endsAt'>): string {
  return de.calendar.when(dayWords(localDateOf(startsAt)), clockAt(startsAt), clockAt(endsAt));
}

/** `Di, 24.11.2026, 09:00 Uhr` */
export function startWords(startsAt: Instant): string {
  return de.calendar.start(shortDayWords(localDateOf(startsAt)), clockAt(startsAt));
}

/** `Di, 24.11.2026, 09:00 Uhr, Bürgerbüro 1` */
export function slotWords({ start, counterId }: Slot, counterName: (id: string) => string): string {
  return de.calendar.at(startWords(instantOfUnit(start)), counterName(counterId));
}

/** The same of so many units from one on. */
export function unitsWords(start: Unit, units: number): string {
  return spanWords({ startsAt: instantOfUnit(start), endsAt: instantOfUnit(start + units) });
}

/** Who is told of a change, and how: nobody is moved silently. */
export function toldWords({ visitor }: Pick<Booking, 'visitor'>): string {
  return visitor.email === null
    ? de.calendar.told.byPhone(visitor.name, visitor.phone)
    : de.calendar.told.byMail(visitor.name);
}
