import { LocalDate as JodaDate, Instant as JodaInstant } from '@js-joda/core';
import { berlin } from './berlin-zone.ts';
import { z } from './zod.ts';

/** A moment in UTC with milliseconds, `2026-11-23T08:00:00.000Z`: sorts as text. */
export const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
  .refine(isRealInstant)
  .brand<'Instant'>();
export type Instant = z.infer<typeof instant>;

/** A calendar day without a zone, `2026-11-23`. */
export const localDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isRealDate)
  .brand<'LocalDate'>();
export type LocalDate = z.infer<typeof localDate>;

const dayMs = 86_400_000;

/** The instant of a Unix time in milliseconds. The clock itself stays outside `shared`. */
export function instantOf(milliseconds: number): Instant {
  // pure, and a tenth of what the date library takes: each operation has such a time
  return new Date(milliseconds).toISOString() as Instant;
}

/** Unix time in milliseconds. */
export function millisecondsOf(at: Instant): number {
  // exact for this one format, and a hundredth of what the date library takes
  return Date.parse(at);
}

/** The calendar day in Saxony-Anhalt on which `at` falls. */
export function localDateOf(at: Instant): LocalDate {
  return onTheClock(at).slice(0, 10) as LocalDate;
}

/** The day so many calendar days later (earlier where negative). */
export function addDays(on: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(on) + days * dayMs).toISOString().slice(0, 10) as LocalDate;
}

/** The day of the same number so many months later; the last day of a month that has none (§ 188 Abs. 2 and 3 BGB). */
export function addMonths(on: LocalDate, months: number): LocalDate {
  return JodaDate.parse(on).plusMonths(months).toString() as LocalDate;
}

/** Calendar days from one day to another; negative where `to` comes first. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (Date.parse(to) - Date.parse(from)) / dayMs;
}

/** `23.11.2026` */
export function formatLocalDate(on: LocalDate): string {
  const [year, month, day] = on.split('-');
  return `${day}.${month}.${year}`;
}

/** `23.11.2026, 14:05`, in the local time of Saxony-Anhalt. */
export function formatInstant(at: Instant): string {
  const shown = onTheClock(at);
  return `${formatLocalDate(shown.slice(0, 10) as LocalDate)}, ${shown.slice(11, 16)}`;
}

/** `14:05`, in the local time of Saxony-Anhalt. */
export function formatClock(at: Instant): string {
  return onTheClock(at).slice(11, 16);
}

/** `2026-11-23T14`: the day and the hour by the clocks of Saxony-Anhalt. */
export function localHourOf(at: Instant): string {
  return onTheClock(at).slice(0, 13);
}

/**
 * `2026-11-23T14:05:…`: what clocks in Saxony-Anhalt show then. The date library knows how far they go ahead; the rest by hand, because pages and
 * lists are full of times, and it takes thirty times as long.
 */
function onTheClock(at: Instant): string {
  const milliseconds = millisecondsOf(at);
  const ahead = berlin.rules().offset(JodaInstant.ofEpochMilli(milliseconds)).totalSeconds();
  return instantOf(milliseconds + ahead * 1000);
}

/** Reads `23.11.2026` or `2026-11-23` as people and date fields write it; undefined when it is no real day. */
export function parseLocalDate(text: string): LocalDate | undefined {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text.trim());
  const iso = german
    ? `${german[3]}-${german[2]?.padStart(2, '0')}-${german[1]?.padStart(2, '0')}`
    : text.trim();
  const parsed = localDate.safeParse(iso);
  return parsed.success ? parsed.data : undefined;
}

/** By hand: each document that is fetched or changed has a few of them, and parsing one properly takes 50 times as long. */
function isRealInstant(text: string): boolean {
  const [hour, minute, second] = [text.slice(11, 13), text.slice(14, 16), text.slice(17, 19)].map(Number);
  return isRealDate(text.slice(0, 10)) && isBelow(24, hour) && isBelow(60, minute) && isBelow(60, second);
}

function isRealDate(text: string): boolean {
  const [year, month, day] = [text.slice(0, 4), text.slice(5, 7), text.slice(8, 10)].map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  return day >= 1 && day <= daysOf(year, month);
}

function daysOf(year: number, month: number): number {
  if (month !== 2) return [31, 0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

function isBelow(limit: number, value: number | undefined): boolean {
  return value !== undefined && value < limit;
}
