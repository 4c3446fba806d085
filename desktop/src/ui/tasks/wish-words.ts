import type { Provisional } from '@amtsstube/shared/domain/appointments/provisional';
import { formatInstant, formatLocalDate } from '@amtsstube/shared/domain/time';
import { de } from '../../texts/de.ts';

/** What is to be done about a wish, as it is said at the telephone (K11); another counter than she named is said. */
export function wishWords(wish: Provisional, counterName: (id: string) => string): string {
  const { visitor, wishes, untilOn, moves, settled } = wish;
  const { name, phone, email } = visitor;
  const text = de.work.tasks.wish;
  const [first] = wishes;
  const wished = first ? formatInstant(first.startsAt) : '';
  if (settled === null) return moves ? text.waitsToMove(name, wished) : text.waits(name, wished);
  const reached = phone || email || text.nowhere;
  if (settled.is === 'noTime')
    return moves
      ? text.stays(name, reached, wished, formatInstant(moves.startsAt))
      : text.noTime(name, reached, wished, formatLocalDate(untilOn));
  const isElsewhere = wishes.every(({ counterId }) => counterId !== settled.counterId);
  const at = formatInstant(settled.startsAt);
  const where = isElsewhere ? counterName(settled.counterId) : undefined;
  if (settled.asWished && at === wished) return text.booked(name, at);
  if (where && wishes.some(({ startsAt }) => startsAt === settled.startsAt))
    return text.elsewhere(name, reached, text.when(at, where));
  return text.otherTime(name, reached, wished, text.when(at, where));
}
