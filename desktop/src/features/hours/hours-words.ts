import type { OpeningRule } from '@amtsstube/shared/domain/appointments/opening-hours';
import { formatLocalDate, type LocalDate } from '@amtsstube/shared/domain/time';
import { de } from '../../texts/de.ts';
import { inOrder } from './hours-draft.ts';

/**
 * `Di 09:00–12:00, 14:00–17:00 nur intern; Sa 09:00–11:00 alle 2 Wochen`: a week at a glance. From when on is said only of
 * what is still to come; what is over isn't named.
 */
export function hoursWords(rules: readonly OpeningRule[], today: LocalDate): string {
  const byDay = new Map<string, string[]>();
  for (const rule of inOrder(rules)) {
    if (rule.endsOn !== null && rule.endsOn < today) continue;
    const day = (de.dates.weekdays[rule.weekday - 1] ?? '').slice(0, 2);
    byDay.set(day, [...(byDay.get(day) ?? []), timeWords(rule, today)]);
  }
  if (byDay.size === 0) return de.hours.noHours;
  return [...byDay].map(([day, times]) => `${day} ${times.join(', ')}`).join('; ');
}

function timeWords(rule: OpeningRule, today: LocalDate): string {
  const { from, to, share, everyWeeks, startsOn, endsOn } = rule;
  const { weekly } = de.hours;
  return [
    de.calendar.span(from, to),
    share === 'internal' && weekly.shares.internal,
    everyWeeks > 1 && weekly.everyWeeks(everyWeeks),
    startsOn > today && weekly.fromDay(formatLocalDate(startsOn)),
    endsOn !== null && weekly.untilDay(formatLocalDate(endsOn)),
  ]
    .filter(Boolean)
    .join(' ');
}
