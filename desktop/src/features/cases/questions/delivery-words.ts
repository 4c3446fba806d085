import type { Question } from '@amtsstube/shared/domain/question';
import { formatInstant } from '@amtsstube/shared/domain/time';
import { de } from '../../../texts/de.ts';

/**
 * How far a question is on its way, in words that promise nothing: on this device, taken over by the server with what
 * became of the mail, seen.
 * @param isWaiting the server hasn't decided about it yet
 */
export function deliveryWords(
  { mail, seenAt }: Pick<Question, 'mail' | 'seenAt'>,
  isWaiting: boolean,
): readonly string[] {
  const text = de.questions.delivery;
  if (isWaiting) return [text.onThisDevice];
  return [text.takenOver, text.mail[mail], seenAt === null ? text.notSeen : text.seen(formatInstant(seenAt))];
}
