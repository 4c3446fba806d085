import type { OpId } from '@amtsstube/shared/domain/ids';
import { correctAnswer } from '@amtsstube/shared/operations/case/correct-answer';
import type { DeskOperation } from '@amtsstube/shared/operations/operation';
import type { Journal } from '../journal/journal.ts';

type Sendings = Pick<Journal, 'operations' | 'insteadOf' | 'receiptOf'>;

/**
 * What a refused operation says when it is sent once more, under an id of its own. A correction names those it replaces:
 * of a group that was refused together the former ones have other ids by now, or were given up. By the old ids nothing
 * would be replaced, and a clerk would disagree with herself or with what she had before her eyes.
 */
export function payloadAgain({ kind, payload }: DeskOperation, journal: Sendings): unknown {
  const correction = correctionOf({ kind, payload });
  if (correction === undefined) return payload;
  const named = correction.basedOn.flatMap((id) => standingFor(id, journal));
  return { ...correction, basedOn: [...new Set(named)] };
}

/** What takes the place of an operation: its last sending, or what it would have replaced if it was given up. */
function standingFor(id: OpId, journal: Sendings): readonly OpId[] {
  const again = journal.operations.findLast(({ opId }) => journal.insteadOf(opId) === id);
  if (again) return standingFor(again.opId, journal);
  const own = journal.operations.find(({ opId }) => opId === id);
  const receipt = own && journal.receiptOf(own.n);
  const givenUp = receipt && receipt.result.decided !== 'accepted' ? correctionOf(own) : undefined;
  return givenUp ? givenUp.basedOn.flatMap((each) => standingFor(each, journal)) : [id];
}

function correctionOf({ kind, payload }: Pick<DeskOperation, 'kind' | 'payload'>) {
  return kind === correctAnswer.kind ? correctAnswer.payload.safeParse(payload).data : undefined;
}
