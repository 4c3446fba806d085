import type { Answers, FormDefinition, FormField, SupportingDocument } from './form.ts';
import { isMet } from './forms/condition.ts';
import type { FieldError } from './forms/field-error.ts';
import { personName } from './forms/kinds/parts.ts';
import { readFields } from './forms/read-form.ts';
import { type LocalDate, localDate } from './time.ts';

/** Leaves room for the rest of the operation within its 256 KB (`maximumOperationBytes`). */
export const maximumAnswersBytes = 240 * 1024;

export type CheckedAnswers =
  | { readonly ok: true; readonly answers: Answers }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** All fields of a form in the order they are asked; members of groups are within their group. */
export function fieldsOf(form: FormDefinition): readonly FormField[] {
  return form.sections.flatMap((section) => section.fields);
}

/** The fields to ask, given the answers so far: a field whose condition is not met, or hangs on a hidden one, is left out. */
export function visibleFields(
  form: FormDefinition,
  given: Readonly<Record<string, unknown>>,
): readonly FormField[] {
  const { visible } = readFields(fieldsOf(form), given);
  return fieldsOf(form).filter((field) => visible.has(field.id));
}

/**
 * Checks what a person typed and returns it in canonical form (dates as YYYY-MM-DD, money in cents, yes/no as
 * boolean, text trimmed and NFC). Answers to fields that are not visible are dropped; answers to fields the form
 * doesn't have are refused. The page, the desk and the server all call this, so they cannot disagree.
 */
export function checkAnswers(form: FormDefinition, given: Readonly<Record<string, unknown>>): CheckedAnswers {
  const { answers, errors } = readFields(fieldsOf(form), given);
  if (errors.length > 0) return { ok: false, errors };
  return jsonBytes(answers) > maximumAnswersBytes
    ? { ok: false, errors: [{ path: '', code: 'answersTooLong' }] }
    : { ok: true, answers };
}

/** What the office needs to see on paper, given these answers, in the form's order. */
export function documentChecklist(form: FormDefinition, given: Answers): readonly SupportingDocument[] {
  const { answers } = readFields(fieldsOf(form), given);
  const needed = form.supportingDocuments ?? [];
  return needed.filter(({ neededWhen }) => !neededWhen || isMet(neededWhen, (id) => ownAnswer(answers, id)));
}

/** The applicant's name as the form's definition says where to find it. */
export function applicantNameOf(form: FormDefinition, given: Answers): string {
  return form.applicantNameFields
    .map((id) => ownAnswer(given, id))
    .map((part) => (typeof part === 'object' ? personName(part) : part))
    .filter((part) => typeof part === 'string')
    .join(' ')
    .trim();
}

/** When the applicant was born, where the form asks for it with the name. */
export function applicantBornOnOf(form: FormDefinition, given: Answers): LocalDate | undefined {
  for (const id of form.applicantNameFields) {
    const part = ownAnswer(given, id);
    if (typeof part !== 'object' || !('bornOn' in part)) continue;
    const { data } = localDate.safeParse(part.bornOn);
    if (data !== undefined) return data;
  }
  return undefined;
}

/** The address for mails, or undefined when the form asks for none or none was given. */
export function contactEmailOf(form: FormDefinition, given: Answers): string | undefined {
  const value = form.contactEmailField === undefined ? undefined : ownAnswer(given, form.contactEmailField);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function ownAnswer(given: Answers, id: string): Answers[string] | undefined {
  return Object.hasOwn(given, id) ? given[id] : undefined;
}

/** Of the UTF-8 text; a lone surrogate, which JSON escapes, can't be in accepted answers. */
function jsonBytes(value: unknown): number {
  let bytes = 0;
  for (const character of JSON.stringify(value)) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
