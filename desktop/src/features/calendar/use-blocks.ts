import { type BlockedTime, blockedTime } from '@amtsstube/shared/domain/appointments/opening-hours';
import type { CounterId } from '@amtsstube/shared/domain/ids';
import { formatInstant, localDateOf } from '@amtsstube/shared/domain/time';
import { de } from '../../texts/de.ts';
import { useAction } from '../../ui/use-action.ts';
import type { Notice } from './calendar-notice.tsx';
import { dayWords } from './time-words.ts';
import { clockAt } from './wall-clock.ts';

/** Opening what was blocked, and taking either back. What the desk refuses is said. */
export function useBlocks(counterName: (id: string) => string, tell: (notice: Notice | undefined) => void) {
  const action = useAction();
  const text = de.calendar.blocking;

  async function unblock(block: BlockedTime, counterId: CounterId): Promise<void> {
    if (!(await action.perform('unblockTime', { counterId, blockId: block.id }))) return;
    tell({
      severity: 'success',
      lines: [text.unblocked(counterName(counterId), blockWords(block))],
      choices: [{ label: de.calendar.moving.undo, choose: () => void again(block, counterId) }],
    });
  }

  /** As a new one: what was opened is gone. */
  async function again(
    { startsAt, endsAt, reason, madeAt }: BlockedTime,
    counterId: CounterId,
  ): Promise<void> {
    const id = blockedTime.shape.id.parse(crypto.randomUUID());
    const isDone = await action.perform('blockTime', { counterId, blockId: id, startsAt, endsAt, reason });
    if (isDone) tellBlocked({ id, startsAt, endsAt, reason, madeAt }, counterId);
  }

  function tellBlocked(block: BlockedTime, counterId: CounterId): void {
    tell({
      severity: 'success',
      lines: [text.done(counterName(counterId), blockWords(block))],
      choices: [{ label: de.calendar.moving.undo, choose: () => void unblock(block, counterId) }],
    });
  }

  return { action, unblock, tellBlocked };
}

/** `Dienstag, 24.11.2026, 09:00–10:00 Uhr`; over several days both with their day. */
export function blockWords({ startsAt, endsAt }: Pick<BlockedTime, 'startsAt' | 'endsAt'>): string {
  const [first, last] = [localDateOf(startsAt), localDateOf(endsAt)];
  return first === last
    ? de.calendar.when(dayWords(first), clockAt(startsAt), clockAt(endsAt))
    : de.calendar.span(formatInstant(startsAt), formatInstant(endsAt));
}
