import type { Dossier } from '@amtsstube/shared/domain/case';
import { currentAnswers } from '@amtsstube/shared/domain/corrections';
import { documentChecklist, fieldsOf } from '@amtsstube/shared/domain/form-interpreter';
import type { Settings } from '@amtsstube/shared/domain/settings';

/**
 * What can be chosen from: what the form asks on paper, first what it needs given the answers as they count now, then what
 * it takes as files. None where the form isn't here.
 */
export function documentsOfForm(
  settings: readonly Settings[],
  dossier: Pick<Dossier, 'formVersionId' | 'answers' | 'events'>,
): readonly string[] {
  const version = settings.find((each) => each.id === dossier.formVersionId);
  if (version?.kind !== 'formVersion') return [];
  const { form } = version;
  const needed = documentChecklist(form, currentAnswers(dossier));
  const uploads = fieldsOf(form).filter(({ type }) => type === 'upload');
  const all = [...needed, ...(form.supportingDocuments ?? []), ...uploads];
  return [...new Set(all.map(({ label }) => label))];
}

/** What was chosen and what was typed line by line, each once. */
export function askedFor(chosen: readonly string[], typed: string): readonly string[] {
  const lines = typed.split('\n').map((line) => line.trim());
  return [...new Set([...chosen, ...lines.filter((line) => line !== '')])];
}
