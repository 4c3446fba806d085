import type { Provisional } from '@amtsstube/shared/domain/appointments/provisional';
import { formatInstant, formatLocalDate } from '@amtsstube/shared/domain/time';
import { de } from '../../texts/de.ts';

/** What is to be done about a wish, as it is said at the telephone (K11). */
export function wishWords({
  visitor: { name, phone, email },
  wishes,
  untilOn,
  settled,
}: Provisional): string {
  const text = de.work.tasks.wish;
  const [first] = wishes;
  const wished = first ? formatInstant(first.startsAt) : '';
  if (settled === null) return text.waits(name, wished);
  const reached = phone || email || text.nowhere;
  if (settled.is === 'noTime') return text.noTime(name, reached, wished, formatLocalDate(untilOn));
  const at = formatInstant(settled.startsAt);
  return at === wished ? text.booked(name, at) : text.otherTime(name, reached, wished, at);
}
