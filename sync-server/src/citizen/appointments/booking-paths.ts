import { localDay } from '@amtsstube/shared/domain/appointments/local-day';
import { type LocalDate, localDate } from '@amtsstube/shared/domain/time';
import type { MunicipalityFrame } from '../municipality-reader.ts';

/** What addresses of these pages ask; German words, because people see them. */
export const bookingQuery = {
  service: 'leistung',
  month: 'monat',
  day: 'tag',
  view: 'ansicht',
  time: 'zeit',
} as const;

/** The months' two views; the list needs no word in the address. */
export const calendarView = 'kalender';
export type DaysView = 'list' | 'calendar';

/** In the address right after an act, so that the page says that it worked. */
export const justQuery = 'eben';

/** `2026-12` */
export type Month = string;

export function bookingHome({ id }: Pick<MunicipalityFrame, 'id'>): string {
  return `/m/${id}/appointments`;
}

/** An address with what isn't undefined; lists stand in it several times. */
export function address(
  path: string,
  query: Readonly<Record<string, string | readonly string[] | undefined>>,
): string {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    for (const each of value === undefined ? [] : [value].flat()) asked.append(name, each);
  return asked.size === 0 ? path : `${path}?${asked}`;
}

export function viewIn(value: unknown): DaysView {
  return value === calendarView ? 'calendar' : 'list';
}

export function monthIn(value: unknown): Month | undefined {
  return typeof value === 'string' && /^20\d\d-(?:0[1-9]|1[0-2])$/.test(value) ? value : undefined;
}

export function dayIn(value: unknown): LocalDate | undefined {
  return localDate.safeParse(value).data;
}

export function monthOf(on: LocalDate): Month {
  return on.slice(0, 7);
}

export function firstOf(month: Month): LocalDate {
  return `${month}-01` as LocalDate;
}

export function lastOf(month: Month): LocalDate {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10) as LocalDate;
}

export function monthAfter(month: Month, by = 1): Month {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}

/** Whether the clocks change on this day. */
export function hasOtherHours(on: LocalDate): boolean {
  return localDay(on).stretches.length > 1;
}
