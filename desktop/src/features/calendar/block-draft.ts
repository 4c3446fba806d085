import type { Booking } from '@amtsstube/shared/domain/appointments/appointment';
import { hitAppointments } from '@amtsstube/shared/domain/appointments/hit-appointments';
import type { BlockedTime, BlockId } from '@amtsstube/shared/domain/appointments/opening-hours';
import { instantOfUnit } from '@amtsstube/shared/domain/appointments/unit';
import type { Counter } from '@amtsstube/shared/domain/counter';
import { daysBetween, type Instant, type LocalDate } from '@amtsstube/shared/domain/time';
import { z } from '@amtsstube/shared/domain/zod';
import { readClock, unitAtClock } from '../../ui/read-clock.ts';
import { readDate } from '../../ui/read-date.ts';
import type { CalendarData } from './use-calendar-data.ts';

/** What a clerk has typed of a time to be blocked. */
export const blockDraft = z.object({
  counterId: z.string(),
  day: z.string(),
  /** '' = the same day. */
  lastDay: z.string(),
  from: z.string(),
  to: z.string(),
  reason: z.string(),
});
export type BlockDraft = z.infer<typeof blockDraft>;

export type BlockSpan = Pick<BlockedTime, 'startsAt' | 'endsAt' | 'reason'>;

export type BlockProblem = 'day' | 'from' | 'to' | 'lastDay' | 'backwards' | 'tooLong';

/** What the operation takes (`blockTime`). */
const mostDays = 31;

/** A new blocked time, or the first thing that is wrong with what was typed. */
export function blockOf(draft: BlockDraft, today: LocalDate): BlockSpan | { readonly problem: BlockProblem } {
  const day = readDate(draft.day, today);
  if (day === undefined) return { problem: 'day' };
  const lastDay = draft.lastDay.trim() === '' ? day : readDate(draft.lastDay, today);
  if (lastDay === undefined) return { problem: 'lastDay' };
  const [from, to] = [draft.from, draft.to].map(readClock);
  const start = from === undefined ? undefined : unitAtClock(day, from);
  if (start === undefined) return { problem: 'from' };
  const end = to === undefined ? undefined : unitAtClock(lastDay, to);
  if (end === undefined) return { problem: 'to' };
  if (end <= start) return { problem: 'backwards' };
  if (daysBetween(day, lastDay) > mostDays - 1) return { problem: 'tooLong' };
  return {
    startsAt: instantOfUnit(start),
    endsAt: instantOfUnit(end),
    reason: draft.reason.trim(),
  };
}

/** Whom it would hit (BOOKING.md): those who have an appointment then, which stays. */
export function hitsOf(
  { appointments, rules }: Pick<CalendarData, 'appointments' | 'rules'>,
  counter: Counter,
  block: BlockSpan,
  now: Instant,
): readonly Booking[] {
  const id = 'not-saved-yet' as BlockId;
  const blocked = [...(counter.blocked ?? []), { ...block, id, madeAt: now }];
  const after = {
    ...rules,
    counters: rules.counters.map((each) => (each.id === counter.id ? { ...each, blocked } : each)),
  };
  return hitAppointments(appointments, rules, after, now);
}
