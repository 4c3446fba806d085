import type { OpId } from '@amtsstube/shared/domain/ids';
import { correctAnswer } from '@amtsstube/shared/operations/case/correct-answer';
import type { DeskOperation } from '@amtsstube/shared/operations/operation';
import type { Journal } from '../journal/journal.ts';

type Sendings = Pick<Journal, 'operations' | 'insteadOf'>;

/**
 * What a refused operation says when it is sent once more, under an id of its own. A correction names those it replaces:
 * of a group that was refused together the former ones have other ids by now, and by the old ones nothing would be
 * replaced, so that a clerk would disagree with herself.
 */
export function payloadAgain({ kind, payload }: DeskOperation, journal: Sendings): unknown {
  const correction = kind === correctAnswer.kind ? correctAnswer.payload.safeParse(payload).data : undefined;
  if (correction === undefined) return payload;
  return { ...correction, basedOn: correction.basedOn.map((id) => lastSendingOf(id, journal)) };
}

/** It may have been refused and sent again more than once. */
function lastSendingOf(id: OpId, journal: Sendings): OpId {
  const again = journal.operations.findLast(({ opId }) => journal.insteadOf(opId) === id);
  return again === undefined ? id : lastSendingOf(again.opId, journal);
}
