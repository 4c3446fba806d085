import type { CorrectedValue, Dossier } from '@amtsstube/shared/domain/case';
import { answerAt, type Correction, standingCorrections } from '@amtsstube/shared/domain/corrections';
import { de } from '../texts/de.ts';
import type { NameOf } from './names.ts';
import type { ReadAnswer } from './read-answer.ts';

/** What was entered, and all that clerks made of it. */
export type CorrectedDossier = Pick<Dossier, 'answers' | 'events' | 'letters'>;

/** What stands on the line itself; more is a text below it. */
const shortLength = 80;

/** A correction in the history: by whom to what, and what stood before; settled where several values stood. */
export function correctedLine(
  correction: Correction,
  dossier: CorrectedDossier,
  nameOf: NameOf,
  readAnswer: ReadAnswer,
): { readonly line: string; readonly text: string } {
  const { path, byId } = correction;
  const text = de.cases.history;
  const { label, value } = readAnswer(path, correction.value);
  const before = valuesBefore(correction, dossier).map((each) => readAnswer(path, each).value);
  const isShort = value.length <= shortLength && !value.includes('\n');
  const title = before.length > 1 ? text.settled : text.corrected;
  return {
    line: title(nameOf(byId), label, isShort ? value : undefined),
    text: [...(isShort ? [] : [value]), text.before(before)].join('\n'),
  };
}

/** The different values its clerk had before her eyes: of corrections of this answer, or what was entered. */
function valuesBefore(
  { path, basedOn }: Correction,
  { answers, events }: CorrectedDossier,
): readonly CorrectedValue[] {
  const named = events.filter(
    (event): event is Correction =>
      event.kind === 'answerCorrected' && event.path === path && basedOn.includes(event.opId),
  );
  // one may also name what those had replaced
  const standing = standingCorrections({ events: named }).get(path) ?? [];
  // a correctable answer is no group
  return standing.length > 0
    ? standing.map(({ value }) => value)
    : [answerAt(answers, path) as CorrectedValue];
}
