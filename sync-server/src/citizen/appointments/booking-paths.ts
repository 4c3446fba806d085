import { localDay } from '@amtsstube/shared/domain/appointments/local-day';
import type { AskedQuestion } from '@amtsstube/shared/domain/appointments/visit-questions';
import type { Service } from '@amtsstube/shared/domain/settings';
import { type LocalDate, localDate } from '@amtsstube/shared/domain/time';
import type { MunicipalityFrame } from '../municipality-reader.ts';

/** What addresses of these pages ask; German words, because people see them. */
export const bookingQuery = {
  service: 'leistung',
  month: 'monat',
  day: 'tag',
  view: 'ansicht',
  time: 'zeit',
  /** The questions were shown and sent: what isn't answered is said. */
  sent: 'gefragt',
  /** The questions once more, answered as they were. */
  change: 'aendern',
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

/** What a question's answer is called in addresses and forms. */
export function questionName({ serviceId, question }: Pick<AskedQuestion, 'serviceId' | 'question'>): string {
  return `frage.${serviceId}.${question.id}`;
}

/** What the address of each step says about the visit: what for, and what was answered. */
export function visitQuery({
  services,
  questions,
}: {
  readonly services: readonly Pick<Service, 'id'>[];
  readonly questions: readonly AskedQuestion[];
}): Readonly<Record<string, string | readonly string[]>> {
  return {
    [bookingQuery.service]: services.map(({ id }) => id),
    ...Object.fromEntries(
      questions.flatMap((each) => (each.answer ? [[questionName(each), each.answer.id]] : [])),
    ),
  };
}

/** Where booking begins for these services; without any: where they are chosen. */
export function startPath(
  municipality: Pick<MunicipalityFrame, 'id'>,
  services: readonly Pick<Service, 'id'>[],
): string {
  const home = bookingHome(municipality);
  const query = { [bookingQuery.service]: services.map(({ id }) => id) };
  return services.length > 0 ? address(`${home}/start`, query) : home;
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
