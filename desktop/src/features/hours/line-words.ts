import { formatLocalDate } from '@amtsstube/shared/domain/time';
import { de } from '../../texts/de.ts';
import type { LineProblem, TypedRange, TypedRule } from './hours-draft.ts';

/** `Montag 9:00–12:00`, as typed. */
export function lineWords({ from, to, ...rest }: TypedRange & Partial<Pick<TypedRule, 'weekday'>>): string {
  const day = rest.weekday === undefined ? '' : (de.dates.weekdays[rest.weekday - 1] ?? '');
  return de.hours.weekly.line(day, from, to).trim();
}

/** What is wrong with a line; an overlap names the other one. */
export function problemWords(problem: LineProblem, rows: readonly TypedRange[]): string {
  const text = de.hours.problems;
  if (problem.is !== 'overlap') return text[problem.is];
  const other = rows[problem.other];
  // of a single day's ranges everybody knows which day it is
  const isOfSeries = other !== undefined && 'weekday' in other;
  return text.overlap(other ? lineWords(other) : '', isOfSeries ? formatLocalDate(problem.on) : '');
}
