import type { CorrectedValue } from './case.ts';
import { entriesIn } from './corrections.ts';
import type { Answers, FormDefinition } from './form.ts';
import type { AskedField } from './forms/field.ts';
import type { FieldError } from './forms/field-error.ts';
import { locateField } from './forms/locate-field.ts';
import { readField } from './forms/read-form.ts';

export type CheckedCorrection =
  | { readonly ok: true; readonly value: CorrectedValue }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/**
 * The field whose answer can be corrected under this path: a whole answer, no part of one, and in an entry of a group
 * that was entered. Files are no answers to correct: they are added to the case and taken away.
 */
export function correctableField(
  form: FormDefinition,
  entered: Answers,
  path: string,
): AskedField | undefined {
  const located = locateField(form, path);
  if (located?.fieldPath !== path) return undefined;
  const { field } = located;
  if (field.type === 'group' || field.type === 'information' || field.type === 'upload') return undefined;
  const [groupId = '', index] = path.split('.');
  return index === undefined || Number(index) < entriesIn(entered[groupId]).length ? field : undefined;
}

/**
 * Checks a correction by the field's own rules and returns it in canonical form. What other answers say of it (whether
 * it is asked at all) is left out: they may be corrected too, at another desk, and nothing may hang on who comes first.
 * @param given as typed, or as checked before; null and '' take the answer away, where the form can do without it
 */
export function checkCorrection(
  form: FormDefinition,
  entered: Answers,
  path: string,
  given: unknown,
): CheckedCorrection {
  const field = correctableField(form, entered, path);
  if (field === undefined) return { ok: false, errors: [{ path, code: 'unknownField' }] };
  const { value, errors } = readField(field, given, path);
  return errors.length > 0
    ? { ok: false, errors }
    : // a field that is not a group has no entries
      { ok: true, value: (value ?? null) as CorrectedValue };
}
