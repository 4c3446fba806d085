import { de } from '../../../texts/de.ts';
import { allFields, type FormDraft } from './form-draft.ts';
import { usesItem } from './form-problems.ts';

/** An item of the outline as it is called there. */
export function nameOfItem(draft: FormDraft, item: string): string {
  if (item === usesItem) return de.formEditor.usedAs;
  const [kind, id] = item.split(':');
  const label =
    kind === 'section'
      ? draft.sections.find(({ key }) => key === id)?.title
      : kind === 'document'
        ? draft.documents.find((each) => each.id === id)?.label
        : allFields(draft).find((field) => field.id === id)?.label;
  return label === undefined || label.trim() === '' ? de.formEditor.unnamed : label.trim();
}
