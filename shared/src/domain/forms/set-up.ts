import { type Comparison, type Condition, comparisonsOf } from './condition.ts';
import type { FormField } from './field.ts';

/** What makes a form unusable; each is refused when the form is set up, where somebody can mend it. */
export interface SetUpProblem {
  /** The field (or document) it is about. */
  readonly at: string;
  readonly code:
    | 'idTwice'
    | 'optionTwice'
    | 'minimumAboveMaximum'
    /** The condition looks at itself, at a later field, into a group from outside, or at nothing. */
    | 'conditionNotBackwards'
    /** No answer to that field can ever be so. */
    | 'conditionNeverMet'
    | 'notAName'
    | 'notAnEmailField'
    | 'notASummary';
}

export interface FormParts {
  readonly sections: readonly { readonly fields: readonly FormField[] }[];
  readonly applicantNameFields: readonly string[];
  readonly contactEmailField?: string | undefined;
  readonly summaryFields?: readonly string[] | undefined;
  readonly supportingDocuments?:
    | readonly { readonly id: string; readonly neededWhen?: Condition | undefined }[]
    | undefined;
}

/** Conditions only look back, so that none can go in a circle; names and addresses come from fields that hold them. */
export function setUpProblems(form: FormParts): readonly SetUpProblem[] {
  const problems: SetUpProblem[] = [];
  const ids = new Set<string>();
  const before = new Map<string, FormField>();

  const enter = (field: FormField, visible: Map<string, FormField>): void => {
    if (ids.has(field.id)) problems.push({ at: field.id, code: 'idTwice' });
    ids.add(field.id);
    if (field.showWhen) problems.push(...conditionProblems(field.id, field.showWhen, visible));
    problems.push(...ownProblems(field));
    if (field.type === 'group') {
      const inside = new Map(visible);
      for (const member of field.fields) enter(member, inside);
    }
    visible.set(field.id, field);
  };
  for (const field of form.sections.flatMap(({ fields }) => fields)) enter(field, before);

  for (const id of form.applicantNameFields) {
    const type = before.get(id)?.type;
    if (type !== 'text' && type !== 'person') problems.push({ at: id, code: 'notAName' });
  }
  const email = form.contactEmailField;
  if (email !== undefined && before.get(email)?.type !== 'email')
    problems.push({ at: email, code: 'notAnEmailField' });
  for (const id of form.summaryFields ?? []) {
    const type = before.get(id)?.type;
    if (type === undefined || type === 'information' || type === 'group')
      problems.push({ at: id, code: 'notASummary' });
  }
  const documents = form.supportingDocuments ?? [];
  for (const [index, { id, neededWhen }] of documents.entries()) {
    if (documents.findIndex((each) => each.id === id) < index) problems.push({ at: id, code: 'idTwice' });
    if (neededWhen) problems.push(...conditionProblems(id, neededWhen, before));
  }
  return problems;
}

function conditionProblems(
  at: string,
  given: Condition,
  before: ReadonlyMap<string, FormField>,
): readonly SetUpProblem[] {
  return comparisonsOf(given).flatMap((comparison): SetUpProblem[] => {
    const field = before.get(comparison.fieldId);
    if (!field) return [{ at, code: 'conditionNotBackwards' }];
    return canBeMet(comparison, field) ? [] : [{ at, code: 'conditionNeverMet' }];
  });
}

/** Whether any answer to this field could be as the comparison wants it. */
export function canBeMet(comparison: Comparison, field: FormField): boolean {
  if (field.type === 'information') return false;
  if ('answered' in comparison) return true;
  if ('atLeast' in comparison || 'atMost' in comparison)
    return ['number', 'money', 'group', 'multipleChoice', 'upload'].includes(field.type);
  if ('includes' in comparison)
    return (
      field.type === 'multipleChoice' && field.options.some(({ value }) => value === comparison.includes)
    );
  switch (field.type) {
    case 'yesNo':
      return typeof comparison.equals === 'boolean';
    case 'number':
    case 'money':
      return typeof comparison.equals === 'number';
    case 'choice':
      return field.options.some(({ value }) => value === comparison.equals);
    case 'text':
    case 'longText':
    case 'pattern':
    case 'date':
    case 'email':
    case 'phone':
    case 'iban':
      return typeof comparison.equals === 'string';
    case 'multipleChoice':
    case 'address':
    case 'person':
    case 'upload':
    case 'group':
      return false;
  }
}

function ownProblems(field: FormField): readonly SetUpProblem[] {
  const at = field.id;
  switch (field.type) {
    case 'choice':
    case 'multipleChoice':
      return new Set(field.options.map(({ value }) => value)).size < field.options.length
        ? [{ at, code: 'optionTwice' }]
        : [];
    case 'number':
    case 'money':
      return field.minimum !== undefined && field.maximum !== undefined && field.minimum > field.maximum
        ? [{ at, code: 'minimumAboveMaximum' }]
        : [];
    case 'group':
      return field.minimumCount > field.maximumCount ? [{ at, code: 'minimumAboveMaximum' }] : [];
    default:
      return [];
  }
}
