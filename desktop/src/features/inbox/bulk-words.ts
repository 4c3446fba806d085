import type { Case } from '@amtsstube/shared/domain/case';
import { de } from '../../texts/de.ts';
import { impossibleSentence } from '../../ui/impossible-sentence.ts';
import type { NameOf } from '../../ui/names.ts';
import { refusalSentence } from '../../ui/refusal-sentence.ts';
import type { BulkImpossible, NotSaved } from './bulk-assignment.ts';

/** Why one case is left out, as a sentence. */
export function bulkImpossibleSentence(why: BulkImpossible, nameOf: NameOf): string {
  if (why.because === 'alreadyTheirs') return de.inbox.bulk.alreadyTheirs;
  if (why.because === 'nobodyChosen') return de.work.distribute.nobody;
  if (why.because === 'notInDepartment') return de.inbox.bulk.notInDepartment(why.name);
  return impossibleSentence(why, nameOf);
}

/** Why one case was not saved, as a sentence. */
export function notSavedSentence(saved: NotSaved, nameOf: NameOf): string {
  return saved.result === 'refusedHere'
    ? `${refusalSentence(saved.reason, nameOf)}.`
    : de.inbox.bulk.not[saved.because];
}

export interface ReasonGroup {
  readonly sentence: string;
  readonly cases: readonly Case[];
}

/** Cases under the sentence that holds for them, the sentence with the most first. */
export function byReason(
  entries: readonly { readonly sentence: string; readonly caseRecord: Case }[],
): readonly ReasonGroup[] {
  const groups = new Map<string, Case[]>();
  for (const { sentence, caseRecord } of entries)
    groups.set(sentence, [...(groups.get(sentence) ?? []), caseRecord]);
  return [...groups]
    .map(([sentence, cases]) => ({ sentence, cases }))
    .toSorted((left, right) => right.cases.length - left.cases.length);
}
