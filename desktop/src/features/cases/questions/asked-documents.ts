import type { Dossier } from '@amtsstube/shared/domain/case';
import { currentAnswers } from '@amtsstube/shared/domain/corrections';
import { documentChecklist } from '@amtsstube/shared/domain/form-interpreter';
import type { Settings } from '@amtsstube/shared/domain/settings';

/** What the form asks on paper, given the answers as they count now, to be chosen from; none where the form isn't here. */
export function documentsOfForm(
  settings: readonly Settings[],
  dossier: Pick<Dossier, 'formVersionId' | 'answers' | 'events'>,
): readonly string[] {
  const version = settings.find((each) => each.id === dossier.formVersionId);
  if (version?.kind !== 'formVersion') return [];
  const needed = documentChecklist(version.form, currentAnswers(dossier)).map(({ label }) => label);
  return [...new Set(needed)];
}

/** What was chosen and what was typed line by line, each once. */
export function askedFor(chosen: readonly string[], typed: string): readonly string[] {
  const lines = typed.split('\n').map((line) => line.trim());
  return [...new Set([...chosen, ...lines.filter((line) => line !== '')])];
}
