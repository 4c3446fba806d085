import type { Answers, AnswerValue, FormDefinition, FormField } from './form.ts';
import { formatLocalDate, parseLocalDate } from './time.ts';
import { z } from './zod.ts';

/** Why an answer is not accepted; the wording belongs to whoever shows it. */
const fieldErrorCode = z.enum([
  'required',
  'tooLong',
  'notADate',
  'notAnEmail',
  'notAChoice',
  'notYesOrNo',
  'patternMismatch',
  'controlCharacters',
  'unknownField',
]);
export const fieldError = z.strictObject({ fieldId: z.string(), code: fieldErrorCode });
export type FieldError = z.infer<typeof fieldError>;

export type CheckedAnswers =
  | { readonly ok: true; readonly answers: Answers }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** All fields of a form in the order they are asked. */
export function fieldsOf(form: FormDefinition): readonly FormField[] {
  return form.sections.flatMap((section) => section.fields);
}

/** The fields to ask, given the answers so far: a field whose condition is not met, or hangs on a hidden one, is left out. */
export function visibleFields(
  form: FormDefinition,
  given: Readonly<Record<string, unknown>>,
): readonly FormField[] {
  const visible = new Map<string, FormField>();
  for (const field of fieldsOf(form)) {
    const condition = field.showWhen;
    const depends = condition && visible.get(condition.fieldId);
    if (condition === undefined) visible.set(field.id, field);
    else if (depends && normalise(depends, given[condition.fieldId]) === condition.equals)
      visible.set(field.id, field);
  }
  return [...visible.values()];
}

/**
 * Checks what a person typed and returns it in canonical form (dates as YYYY-MM-DD, yes/no as boolean, text
 * trimmed and NFC). Answers to fields that are not visible are dropped; answers to fields the form doesn't have
 * are refused. The page, the desk and the server all call this, so they cannot disagree.
 */
export function checkAnswers(form: FormDefinition, given: Readonly<Record<string, unknown>>): CheckedAnswers {
  const known = new Set(fieldsOf(form).map((field) => field.id));
  const errors: FieldError[] = Object.keys(given)
    .filter((fieldId) => !known.has(fieldId))
    .map((fieldId) => ({ fieldId, code: 'unknownField' }));
  const accepted: Answers = {};
  for (const field of visibleFields(form, given)) {
    const value = normalise(field, given[field.id]);
    const code = errorOf(field, value);
    if (code) errors.push({ fieldId: field.id, code });
    else if (value !== undefined) accepted[field.id] = value;
  }
  return errors.length === 0 ? { ok: true, answers: accepted } : { ok: false, errors };
}

/** The answers as a person reads them, in the form's order: `23.11.2026`, `Ja`, the label of a choice. */
export function describeAnswers(
  form: FormDefinition,
  given: Answers,
  words: { readonly yes: string; readonly no: string },
): readonly { readonly section: string; readonly rows: readonly { label: string; text: string }[] }[] {
  const visible = new Set(visibleFields(form, given).map((field) => field.id));
  return form.sections
    .map((section) => ({
      section: section.title,
      rows: section.fields
        .filter((field) => visible.has(field.id) && Object.hasOwn(given, field.id))
        .map((field) => ({ label: field.label, text: textOf(field, given[field.id], words) })),
    }))
    .filter((section) => section.rows.length > 0);
}

/** The applicant's name as the form's definition says where to find it. */
export function applicantNameOf(form: FormDefinition, given: Answers): string {
  return form.applicantNameFields
    .map((fieldId) => given[fieldId])
    .filter((part) => typeof part === 'string')
    .join(' ')
    .trim();
}

/** The address for mails, or undefined when the form asks for none or none was given. */
export function contactEmailOf(form: FormDefinition, given: Answers): string | undefined {
  const value = form.contactEmailField === undefined ? undefined : given[form.contactEmailField];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function normalise(field: FormField, value: unknown): AnswerValue | undefined {
  // nothing else comes from a form; a field named `constructor` that nobody answered gives a function here
  if (typeof value !== 'string' && typeof value !== 'boolean') return undefined;
  if (field.type === 'yesNo') {
    if (value === 'yes') return true;
    if (value === 'no') return false;
    return value === '' ? undefined : value;
  }
  if (typeof value !== 'string') return value;
  const text = value.normalize('NFC').replaceAll('\r\n', '\n').trim();
  if (text === '') return undefined;
  if (field.type === 'date') return parseLocalDate(text) ?? text;
  return text;
}

function errorOf(field: FormField, value: AnswerValue | undefined): FieldError['code'] | undefined {
  if (value === undefined) return field.required ? 'required' : undefined;
  if (field.type === 'yesNo') return typeof value === 'boolean' ? undefined : 'notYesOrNo';
  if (typeof value !== 'string') return field.type === 'choice' ? 'notAChoice' : 'patternMismatch';
  if (hasControlCharacters(value, field.type === 'longText')) return 'controlCharacters';
  switch (field.type) {
    case 'text':
      if (value.length > field.maxLength) return 'tooLong';
      return field.pattern && !new RegExp(`^(?:${field.pattern.expression})$`, 'u').test(value)
        ? 'patternMismatch'
        : undefined;
    case 'longText':
      return value.length > field.maxLength ? 'tooLong' : undefined;
    case 'date':
      return parseLocalDate(value) ? undefined : 'notADate';
    case 'email':
      return z.email().max(254).safeParse(value).success ? undefined : 'notAnEmail';
    case 'choice':
      return field.options.some((option) => option.value === value) ? undefined : 'notAChoice';
  }
}

function hasControlCharacters(text: string, allowsLines: boolean): boolean {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code === 0x7f || (code >= 0xd800 && code <= 0xdfff)) return true;
    if (code < 0x20 && !(allowsLines && (character === '\n' || character === '\t'))) return true;
  }
  return false;
}

function textOf(
  field: FormField,
  value: AnswerValue | undefined,
  words: { yes: string; no: string },
): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (value === undefined) return '';
  if (field.type === 'choice') return field.options.find((option) => option.value === value)?.label ?? value;
  const date = field.type === 'date' ? parseLocalDate(value) : undefined;
  return date ? formatLocalDate(date) : value;
}
