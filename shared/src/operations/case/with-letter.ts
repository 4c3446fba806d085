import type { Dossier } from '../../domain/case.ts';
import type { ClerkId } from '../../domain/ids.ts';
import type { CaseLetter, Letter } from '../../domain/letter.ts';
import type { ApplyContext } from '../define-operation.ts';

/** One more letter of the case, under the id of the operation it was written with. */
export function withLetter(
  { letters = [] }: Pick<Dossier, 'letters'>,
  purpose: CaseLetter['purpose'],
  letter: Letter,
  byId: ClerkId,
  { opId: id, decidedAt: at }: Pick<ApplyContext, 'opId' | 'decidedAt'>,
): Required<Pick<Dossier, 'letters'>> {
  return { letters: [...letters, { id, purpose, byId, at, letter }] };
}
