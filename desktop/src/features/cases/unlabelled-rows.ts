import type { Dossier } from '@amtsstube/shared/domain/case';
import { answerAt, standingCorrections } from '@amtsstube/shared/domain/corrections';
import type { DescribedValue } from '@amtsstube/shared/domain/describe-corrected';
import { rawAnswer } from '../../ui/read-answer.ts';

/** One answer of an application whose form isn't here. */
export interface UnlabelledRow {
  readonly path: string;
  /** '' for nothing. */
  readonly entered: string;
  readonly standing: readonly DescribedValue[];
}

/** As they lie there: all that was entered, each with what clerks made of it, then what was corrected besides. */
export function unlabelledRows(dossier: Pick<Dossier, 'answers' | 'events'>): readonly UnlabelledRow[] {
  const standing = standingCorrections(dossier);
  const paths = new Set([...Object.keys(dossier.answers), ...standing.keys()]);
  return [...paths].map((path) => ({
    path,
    entered: rawAnswer(answerAt(dossier.answers, path)),
    standing: (standing.get(path) ?? []).map((each) => ({
      ...each,
      text: each.value === null ? undefined : rawAnswer(each.value),
    })),
  }));
}
