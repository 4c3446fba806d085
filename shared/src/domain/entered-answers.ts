import type { AsWritten } from './case.ts';
import type { Answers, FormDefinition } from './form.ts';
import { applicantNameOf, fieldsOf, maximumAnswersBytes } from './form-interpreter.ts';
import type { FieldError } from './forms/field-error.ts';
import { locateField } from './forms/locate-field.ts';
import { readFields } from './forms/read-form.ts';

export type CheckedEntry =
  | {
      readonly ok: true;
      readonly answers: Answers;
      /** The applicant's, also where it stands on the paper in a way the form wouldn't take. */
      readonly applicantName: string;
    }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/**
 * Checks what a clerk entered for somebody. A paper may leave things out: that is no error, and `missingAnswers` says
 * it. What the form's rules don't take stands in `asWritten`, beside the answers. Only the applicant's name is needed.
 */
export function checkEntry(
  form: FormDefinition,
  given: Readonly<Record<string, unknown>>,
  written: readonly AsWritten[],
): CheckedEntry {
  const { answers, errors } = readFields(fieldsOf(form), given);
  const wrong = errors.filter(({ code }) => code !== 'required');
  const unknown = written.filter(({ path }) => !isAsked(form, path));
  const found: FieldError[] = [
    ...wrong,
    ...unknown.map(({ path }) => ({ path, code: 'unknownField' as const })),
  ];
  if (found.length > 0) return { ok: false, errors: found };
  if (JSON.stringify(answers).length > maximumAnswersBytes)
    return { ok: false, errors: [{ path: '', code: 'answersTooLong' }] };
  const applicantName = enteredNameOf(form, answers, written);
  if (applicantName === '')
    return { ok: false, errors: [{ path: form.applicantNameFields[0] ?? '', code: 'required' }] };
  return { ok: true, answers, applicantName };
}

/** What the form demands and nobody has said yet, by path; files are not among it, since they come with the case. */
export function missingAnswers(
  form: FormDefinition,
  answers: Answers,
  written: readonly AsWritten[],
): readonly string[] {
  const { errors } = readFields(fieldsOf(form), answers);
  const said = new Set(written.map(({ path }) => path));
  const missing = errors.flatMap(({ path, code }) => {
    const located = code === 'required' ? locateField(form, path) : undefined;
    if (located === undefined || located.field.type === 'upload') return [];
    return said.has(located.fieldPath) ? [] : [located.fieldPath];
  });
  return [...new Set(missing)];
}

/** The applicant's: of what was accepted, and for a part that wasn't of what stands on the paper. */
export function enteredNameOf(form: FormDefinition, answers: Answers, written: readonly AsWritten[]): string {
  return form.applicantNameFields
    .map((id) =>
      Object.hasOwn(answers, id)
        ? applicantNameOf({ ...form, applicantNameFields: [id] }, answers)
        : (written.find(({ path }) => path === id)?.text ?? ''),
    )
    .filter((part) => part !== '')
    .join(' ')
    .slice(0, 2000)
    .trim();
}

function isAsked(form: FormDefinition, path: string): boolean {
  const located = locateField(form, path);
  return (
    located?.fieldPath === path &&
    located.field.type !== 'group' &&
    located.field.type !== 'information' &&
    located.field.type !== 'upload'
  );
}
