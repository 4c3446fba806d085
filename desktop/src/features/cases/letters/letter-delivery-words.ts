import type { CaseLetter } from '@amtsstube/shared/domain/letter';
import { formatInstant } from '@amtsstube/shared/domain/time';
import { de } from '../../../texts/de.ts';

/**
 * How far a letter is on its way, in words that promise nothing: a draft on this device; taken over by the server, and so
 * on the status page; opened there.
 * @param isDraft the server hasn't decided about it yet
 */
export function letterDeliveryWords(
  { seenAt }: Pick<CaseLetter, 'seenAt'>,
  isDraft: boolean,
): readonly string[] {
  const text = de.letters;
  if (isDraft) return [text.draft];
  return [text.final, text.onPage, seenAt === undefined ? text.notSeen : text.seen(formatInstant(seenAt))];
}
