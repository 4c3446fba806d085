import { addDays, formatLocalDate, instant, type LocalDate, localDate } from '../time.ts';
import { isPublicHoliday } from '../working-days.ts';
import { z } from '../zod.ts';
import { localTime, minutesOf, weekdayOf, weekNumber } from './local-day.ts';
import { unitInstant } from './unit.ts';

/** `internal`: time of the counter that the web isn't offered; the desk books it, and leases come from it (K6). */
export const share = z.enum(['web', 'internal']);
export type Share = z.infer<typeof share>;

/** Part of a series: every n weeks on one weekday, counted in weeks from the one `startsOn` is in. Local time. */
export const openingRule = z.strictObject({
  weekday: z.int().min(1).max(7),
  from: localTime,
  to: localTime,
  everyWeeks: z.int().min(1).max(8),
  startsOn: localDate,
  /** The last day it may fall on; null: until it is changed. */
  endsOn: localDate.nullable(),
  share,
});
export type OpeningRule = z.infer<typeof openingRule>;
export const openingRules = z.array(openingRule).max(100);

const range = z.strictObject({ from: localTime, to: localTime, share });

/** One day that is otherwise than the series, a public holiday too; no ranges: the counter isn't open. */
export const openingException = z.strictObject({
  on: localDate,
  ranges: z.array(range).max(10),
  reason: z.string().max(200),
});
export type OpeningException = z.infer<typeof openingException>;

/** A counter closed for a while: `startsAt` inclusive, `endsAt` exclusive. */
export const blockedTime = z.strictObject({
  id: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._~-]{0,79}$/)
    .brand<'BlockId'>(),
  startsAt: unitInstant,
  endsAt: unitInstant,
  reason: z.string().max(200),
  madeAt: instant,
});
export type BlockedTime = z.infer<typeof blockedTime>;
export type BlockId = BlockedTime['id'];

export interface Hours {
  readonly openingHours?: readonly OpeningRule[] | undefined;
  readonly exceptions?: readonly OpeningException[] | undefined;
}

/** What of the hours counts on a day: its exception, else the series, which a public holiday beats. */
export function rangesOn({ openingHours = [], exceptions = [] }: Hours, on: LocalDate) {
  const exception = exceptions.find((each) => each.on === on);
  if (exception) return exception.ranges;
  if (isPublicHoliday(on)) return [];
  return openingHours.filter((rule) => fallsOn(rule, on));
}

export function fallsOn(rule: OpeningRule, on: LocalDate): boolean {
  if (on < rule.startsOn || (rule.endsOn !== null && on > rule.endsOn)) return false;
  if (weekdayOf(on) !== rule.weekday) return false;
  if (rule.everyWeeks === 1) return true;
  return (weekNumber(on) - weekNumber(rule.startsOn)) % rule.everyWeeks === 0;
}

const weekdays = ['', 'Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'];

/** `09:00–12:00 intern`: for a refusal that names it. */
export function describeRange({ from, to, share: by }: Pick<OpeningRule, 'from' | 'to' | 'share'>): string {
  return `${from}–${to}${by === 'internal' ? ' intern' : ''}`;
}

/** `Di 09:00–12:00 alle 2 Wochen ab 01.01.2026 bis 30.06.2026`; two rules have the same text only where they are the same. */
export function describeRule({ weekday, everyWeeks, startsOn, endsOn, ...range }: OpeningRule): string {
  const weeks = everyWeeks === 1 ? '' : ` alle ${everyWeeks} Wochen`;
  const end = endsOn === null ? '' : ` bis ${formatLocalDate(endsOn)}`;
  return `${weekdays[weekday]} ${describeRange(range)}${weeks} ab ${formatLocalDate(startsOn)}${end}`;
}

/** What is wrong with opening hours, naming the ranges by their place in the list. */
export type HoursProblem =
  /** It ends before it begins. */
  | { readonly problem: 'impossible'; readonly rule: number }
  /** Its days end before it falls on one. */
  | { readonly problem: 'neverFalls'; readonly rule: number }
  /** Both would be open on that day, for the first time. */
  | { readonly problem: 'overlap'; readonly rule: number; readonly other: number; readonly on: LocalDate };

export function checkOpeningHours(rules: readonly OpeningRule[]): readonly HoursProblem[] {
  return rules.flatMap((rule, index): HoursProblem[] => {
    if (!isForwards(rule)) return [{ problem: 'impossible', rule: index }];
    if (firstDay(rule, rule.startsOn, []) === undefined) return [{ problem: 'neverFalls', rule: index }];
    return rules.slice(0, index).flatMap((earlier, other): HoursProblem[] => {
      if (!isForwards(earlier) || !overlapInTime(earlier, rule) || earlier.weekday !== rule.weekday)
        return [];
      const from = earlier.startsOn > rule.startsOn ? earlier.startsOn : rule.startsOn;
      const on = firstDay(rule, from, [earlier]);
      return on === undefined ? [] : [{ problem: 'overlap', rule: other, other: index, on }];
    });
  });
}

/** The same for one day's ranges. */
export function checkException({ on, ranges }: OpeningException): readonly HoursProblem[] {
  return ranges.flatMap((each, index): HoursProblem[] => {
    if (!isForwards(each)) return [{ problem: 'impossible', rule: index }];
    const other = ranges.findIndex((one, at) => at < index && isForwards(one) && overlapInTime(one, each));
    return other === -1 ? [] : [{ problem: 'overlap', rule: other, other: index, on }];
  });
}

type Range = Pick<OpeningRule, 'from' | 'to'>;

function isForwards({ from, to }: Range): boolean {
  return minutesOf(from) < minutesOf(to);
}

function overlapInTime(one: Range, other: Range): boolean {
  return minutesOf(one.from) < minutesOf(other.to) && minutesOf(other.from) < minutesOf(one.to);
}

/** The first day from `from` on that the rule falls on, and the others too. Series repeat after 56 weeks at the latest. */
function firstDay(rule: OpeningRule, from: LocalDate, others: readonly OpeningRule[]): LocalDate | undefined {
  const toWeekday = (rule.weekday - weekdayOf(from) + 7) % 7;
  for (let week = 0; week <= 56; week += 1) {
    const on = addDays(from, toWeekday + 7 * week);
    if (rule.endsOn !== null && on > rule.endsOn) return undefined;
    if ([rule, ...others].every((each) => fallsOn(each, on))) return on;
  }
  return undefined;
}
