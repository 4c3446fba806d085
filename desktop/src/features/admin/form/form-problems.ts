import type { Condition } from '@amtsstube/shared/domain/forms/condition';
import type { FormField } from '@amtsstube/shared/domain/forms/field';
import { canEverBeMet, neverShown } from '@amtsstube/shared/domain/forms/never-shown';
import { de } from '../../../texts/de.ts';
import { conditionProblem } from './condition-problem.ts';
import { conditionIn } from './draft-condition.ts';
import { fieldProblems } from './field-problems.ts';
import { allFields, type DraftCondition, type DraftMember, type FormDraft, membersOf } from './form-draft.ts';
import { formInDraft } from './form-in-draft.ts';

/** One thing that is wrong: at which item of the outline, in which of its inputs, and what. */
export interface FormProblem {
  /** `field:rasse`, `section:s0`, `document:nachweis`, `uses`. */
  readonly item: string;
  /** '' is the item as a whole. */
  readonly part: string;
  readonly says: string;
}

export const usesItem = 'uses';

export function itemOf(kind: 'field' | 'section' | 'document', id: string): string {
  return `${kind}:${id}`;
}

/** Everything that keeps a draft from being published, in the form's order. Empty: it is a form. */
export function problemsOf(draft: FormDraft): readonly FormProblem[] {
  const text = de.formEditor.problems;
  const found: FormProblem[] = [];
  const add = (item: string, part: string, says: string | undefined) =>
    says !== undefined && found.push({ item, part, says });
  if (draft.sections.length === 0) add(usesItem, '', text.noSections);
  const before: DraftMember[] = [];

  const enter = (field: DraftMember, visible: readonly DraftMember[]): void => {
    const item = itemOf('field', field.id);
    for (const { part, says } of fieldProblems(field)) add(item, part, says);
    add(item, 'when', conditionProblem(draft, field.when, { of: field, visible }));
  };
  for (const section of draft.sections) {
    const item = itemOf('section', section.key);
    add(item, 'label', lengthProblem(section.title, 200));
    if (section.fields.length === 0) add(item, '', text.noFields);
    if (section.fields.length > 60) add(item, '', text.tooManyFields);
    for (const field of section.fields) {
      enter(field, before);
      const inside: DraftMember[] = [];
      for (const member of membersOf(field)) {
        enter(member, [...before, ...inside]);
        inside.push(member);
      }
      if (field.type === 'group' && field.fields.length === 0)
        add(itemOf('field', field.id), '', text.emptyGroup);
      before.push(field);
    }
  }
  for (const { id, label, help, when } of draft.documents) {
    const item = itemOf('document', id);
    add(item, 'label', lengthProblem(label, 200));
    if (help.length > 500) add(item, 'help', text.tooLong(500));
    add(item, 'when', conditionProblem(draft, when, { of: undefined, visible: before }));
  }
  found.push(...purposeProblems(draft, before));
  return found.length > 0 ? found : laterProblems(draft);
}

function lengthProblem(typed: string, longest: number): string | undefined {
  const text = de.formEditor.problems;
  if (typed.trim() === '') return text.missing;
  return typed.trim().length > longest ? text.tooLong(longest) : undefined;
}

/** What the answers are used for must come from questions that have them. */
function purposeProblems(draft: FormDraft, fields: readonly DraftMember[]): readonly FormProblem[] {
  const text = de.formEditor.problems;
  const typeOf = (id: string) => fields.find((field) => field.id === id)?.type;
  const { applicantNameFields, contactEmailField, summaryFields } = draft;
  const isName = (id: string) => ['text', 'person'].includes(typeOf(id) ?? '');
  const isTold = (id: string) => !['group', 'information', undefined].includes(typeOf(id));
  const problem = (part: string, says: string): FormProblem => ({ item: usesItem, part, says });
  return [
    ...(applicantNameFields.length === 0 ? [problem('applicantName', text.noApplicant)] : []),
    ...(applicantNameFields.every(isName) ? [] : [problem('applicantName', text.notAName)]),
    ...(applicantNameFields.length > 4 ? [problem('applicantName', text.tooManyUses)] : []),
    ...(contactEmailField === '' || typeOf(contactEmailField) === 'email'
      ? []
      : [problem('contactEmail', text.notAnEmailField)]),
    ...(summaryFields.every(isTold) ? [] : [problem('summary', text.notASummary)]),
    ...(summaryFields.length > 4 ? [problem('summary', text.tooManyUses)] : []),
  ];
}

/** Once each part is right: what can't be together. */
function laterProblems(draft: FormDraft): readonly FormProblem[] {
  const text = de.formEditor.problems;
  const form = formInDraft(draft);
  if (form === undefined) return [{ item: usesItem, part: '', says: text.other }];
  const fields: readonly FormField[] = form.sections.flatMap((section) => section.fields);
  const never = neverShown(fields);
  const typeOf = (id: string) => allFields(draft).find((field) => field.id === id)?.type;
  const canBe = (when: DraftCondition) => {
    const condition: Condition | undefined = conditionIn(when, typeOf);
    return condition === undefined || canEverBeMet(condition, fields);
  };
  return [
    ...allFields(draft)
      .filter(({ id }) => never.has(id))
      .map(({ id, required }) => ({
        item: itemOf('field', id),
        part: 'when',
        says: required ? text.neverShownRequired : text.neverShown,
      })),
    ...draft.documents
      .filter(({ when }) => !canBe(when))
      .map(({ id }) => ({ item: itemOf('document', id), part: 'when', says: text.neverNeeded })),
  ];
}
