import { type DraftMember, type FormDraft, membersOf } from './form-draft.ts';

/** The questions a condition of this one can look at: those before it, in a group also those before it in the group. */
export function fieldsBefore(draft: FormDraft, id: string | undefined): readonly DraftMember[] {
  const before: DraftMember[] = [];
  for (const field of draft.sections.flatMap(({ fields }) => fields)) {
    if (field.id === id) return before;
    const members = membersOf(field);
    const at = members.findIndex((member) => member.id === id);
    if (at >= 0) return [...before, ...members.slice(0, at)];
    before.push(field);
  }
  return before;
}
