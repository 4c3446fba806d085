import { type Instant, instant } from '@amtsstube/shared/domain/time';
import type { Read, Tx } from '../store/store.ts';

/** When a held effect is due: never. After a restore nobody knows which mails went out before it (S7). */
export const heldUntil: Instant = instant.parse('9999-12-31T00:00:00.000Z');

const all = 1_000_000;

/** Not those that are to go only after `now`, like a reminder: these went nowhere. @returns how many are held */
export async function holdMails(tx: Tx, now: Instant): Promise<number> {
  const waiting = (await tx.dueEffects(heldUntil, all)).filter(({ attempts, dueAt, effect }) => {
    const isToCome = attempts === 0 && 'notBefore' in effect && (effect.notBefore ?? now) > now;
    return dueAt !== heldUntil && !isToCome;
  });
  for (const { id } of waiting) await tx.postponeEffect(id, 0, heldUntil);
  return (await heldMails(tx)).length;
}

export async function heldMails(read: Read): Promise<readonly { readonly id: string }[]> {
  return (await read.dueEffects(heldUntil, all)).filter(({ dueAt }) => dueAt === heldUntil);
}

/** Sends them after all, or says that they went out already. */
export async function releaseMails(tx: Tx, as: 'send' | 'discard', now: Instant): Promise<number> {
  const held = await heldMails(tx);
  for (const { id } of held) {
    if (as === 'send') await tx.postponeEffect(id, 0, now);
    else await tx.removeEffect(id);
  }
  return held.length;
}
