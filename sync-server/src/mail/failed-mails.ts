import { type Instant, instant } from '@amtsstube/shared/domain/time';
import type { OutboxRow, Read, Tx } from '../store/store.ts';

/** When an effect that was given up is due: never by itself. */
const givenUp: Instant = instant.parse('9999-12-31T23:59:59.999Z');

const all = 1_000_000;

/** Nobody sends it any more until somebody has looked at it; it stays, since nothing may get lost. */
export async function giveUp(tx: Tx, row: OutboxRow): Promise<void> {
  await tx.postponeEffect(row.id, row.attempts + 1, givenUp);
}

/** Mails that were given up. */
export async function failedMails(read: Read): Promise<readonly OutboxRow[]> {
  return (await read.dueEffects(givenUp, all)).filter(({ dueAt }) => dueAt === givenUp);
}

/** Has all of them tried again from `now` on, as if they were new. @returns how many */
export async function retryFailedMails(tx: Tx, now: Instant): Promise<number> {
  const failed = await failedMails(tx);
  for (const { id } of failed) await tx.postponeEffect(id, 0, now);
  return failed.length;
}
