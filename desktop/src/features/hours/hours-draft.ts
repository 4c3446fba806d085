import { localTime } from '@amtsstube/shared/domain/appointments/local-day';
import {
  checkException,
  checkOpeningHours,
  type HoursProblem,
  type OpeningException,
  type OpeningRule,
  openingRules,
} from '@amtsstube/shared/domain/appointments/opening-hours';
import { formatLocalDate, type LocalDate } from '@amtsstube/shared/domain/time';
import { z } from '@amtsstube/shared/domain/zod';
import { clockOfUnits, readClock } from '../../ui/read-clock.ts';
import { readDate } from '../../ui/read-date.ts';

/** A range of a day as typed. */
export const typedRange = z.object({ from: z.string(), to: z.string(), isInternal: z.boolean() });
export type TypedRange = z.infer<typeof typedRange>;

/** A line of the weekly opening hours as typed; dates as people write them, `endsOn` '' = until it is changed. */
export const typedRule = typedRange.extend({
  weekday: z.int().min(1).max(7),
  everyWeeks: z.int().min(1).max(8),
  startsOn: z.string(),
  endsOn: z.string(),
});
export type TypedRule = z.infer<typeof typedRule>;

/** Kept until it is saved: what stood there when she began, and the lines. */
export const hoursDraft = z.object({ from: openingRules, rows: z.array(typedRule).max(100) });

/** What is wrong with a line, the first of it. */
export type LineProblem =
  | { readonly is: 'from' | 'to' | 'startsOn' | 'endsOn' | 'backwards' | 'neverFalls' }
  /** It and the line of that number would both be open, for the first time on that day. */
  | { readonly is: 'overlap'; readonly other: number; readonly on: LocalDate };

/** What was typed, read; `problems` has one place for each line. */
export type Read<T> =
  | { readonly ok: true; readonly read: T }
  | { readonly ok: false; readonly problems: readonly (LineProblem | undefined)[] };

export function typedOf(rule: OpeningRule): TypedRule {
  const { weekday, everyWeeks, startsOn, endsOn } = rule;
  return {
    ...typedRangeOf(rule),
    weekday,
    everyWeeks,
    startsOn: formatLocalDate(startsOn),
    endsOn: endsOn === null ? '' : formatLocalDate(endsOn),
  };
}

export function typedRangeOf({ from, to, share }: OpeningException['ranges'][number]): TypedRange {
  return { from, to, isInternal: share === 'internal' };
}

/** By weekday and time, as a notice at the door has it. */
export function inOrder(rules: readonly OpeningRule[]): readonly OpeningRule[] {
  return rules.toSorted((a, b) => a.weekday - b.weekday || (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

export function readRules(rows: readonly TypedRule[], today: LocalDate): Read<readonly OpeningRule[]> {
  const lines = rows.map((row) => readRule(row, today));
  const rules = lines.flatMap((line) => ('is' in line ? [] : [line]));
  if (rules.length < rows.length) return { ok: false, problems: lines.map((line) => problemOf(line)) };
  return ifSound(rules, checkOpeningHours(rules));
}

/** The ranges of the day that is otherwise. */
export function readRanges(rows: readonly TypedRange[], on: LocalDate): Read<OpeningException['ranges']> {
  const lines = rows.map(readRange);
  const ranges = lines.flatMap((line) => ('is' in line ? [] : [line]));
  if (ranges.length < rows.length) return { ok: false, problems: lines.map((line) => problemOf(line)) };
  return ifSound(ranges, checkException({ on, ranges, reason: '' }));
}

/** Each line's first problem; of two that overlap both have one. */
function ifSound<T>(lines: readonly T[], found: readonly HoursProblem[]): Read<T[]> {
  if (found.length === 0) return { ok: true, read: [...lines] };
  const problems: (LineProblem | undefined)[] = lines.map(() => undefined);
  for (const each of found) {
    if (each.problem === 'overlap') {
      problems[each.other] ??= { is: 'overlap', other: each.rule, on: each.on };
      problems[each.rule] ??= { is: 'overlap', other: each.other, on: each.on };
    } else problems[each.rule] ??= { is: each.problem === 'impossible' ? 'backwards' : 'neverFalls' };
  }
  return { ok: false, problems };
}

function readRule(row: TypedRule, today: LocalDate): OpeningRule | LineProblem {
  const range = readRange(row);
  if ('is' in range) return range;
  const startsOn = readDate(row.startsOn, today);
  if (startsOn === undefined) return { is: 'startsOn' };
  const endsOn = row.endsOn.trim() === '' ? null : readDate(row.endsOn, today);
  if (endsOn === undefined) return { is: 'endsOn' };
  return { ...range, weekday: row.weekday, everyWeeks: row.everyWeeks, startsOn, endsOn };
}

function readRange({ from, to, isInternal }: TypedRange): OpeningException['ranges'][number] | LineProblem {
  const [start, end] = [from, to].map(readClock);
  if (start === undefined) return { is: 'from' };
  if (end === undefined) return { is: 'to' };
  return {
    from: localTime.parse(clockOfUnits(start)),
    to: localTime.parse(clockOfUnits(end)),
    share: isInternal ? 'internal' : 'web',
  };
}

function problemOf(line: object | LineProblem): LineProblem | undefined {
  return 'is' in line ? line : undefined;
}
