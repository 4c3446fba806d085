import type { Dossier } from '../../domain/case.ts';
import { type ClerkId, letterId } from '../../domain/ids.ts';
import type { CaseLetter, Letter } from '../../domain/letter.ts';
import type { ApplyContext } from '../define-operation.ts';

/** Of the letter of the decision: there is one decision. */
export const ofDecision = letterId.parse('decision');

/** One more letter of the case; without an id it is the decision's. */
export function withLetter(
  { letters = [] }: Pick<Dossier, 'letters'>,
  written: { readonly letter: Letter; readonly byId: ClerkId } & Partial<Pick<CaseLetter, 'id'>>,
  { opId, decidedAt: at }: Pick<ApplyContext, 'opId' | 'decidedAt'>,
): Required<Pick<Dossier, 'letters'>> {
  const { letter, byId, id } = written;
  const purpose = id === undefined ? ('decision' as const) : ('other' as const);
  return { letters: [...letters, { id: id ?? ofDecision, opId, purpose, byId, at, letter }] };
}
