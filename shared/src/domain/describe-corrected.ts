import type { Dossier } from './case.ts';
import { correctableField } from './check-correction.ts';
import {
  countingCorrections,
  currentAnswers,
  entriesIn,
  isSameValue,
  type StandingValue,
  standingCorrections,
} from './corrections.ts';
import type { Answers, AnswerValue, FormDefinition, FormField } from './form.ts';
import { fieldsOf } from './form-interpreter.ts';
import type { AskedField, GroupField } from './forms/field.ts';
import { kindOf } from './forms/kinds/all-kinds.ts';
import type { AnswerWords } from './forms/kinds/kind.ts';
import { showParts } from './forms/kinds/parts.ts';
import { readFields } from './forms/read-form.ts';

export interface CorrectedSection {
  readonly section: string;
  readonly rows: readonly CorrectedRow[];
}

/** A standing value as a person reads it; no text: nothing. */
export interface DescribedValue extends StandingValue {
  readonly text: string | undefined;
}

/** One question with what was entered and what clerks made of it. Neither: it was asked, and not answered. */
export interface CorrectedAnswerRow {
  readonly kind: 'answer';
  readonly path: string;
  readonly label: string;
  readonly field: AskedField;
  readonly isCorrectable: boolean;
  readonly entered: { readonly value: AnswerValue; readonly text: string } | undefined;
  readonly standing: readonly DescribedValue[];
  /** The corrected value that counts; while the answer is disputed none of the standing ones. None: what was entered. */
  readonly counting: DescribedValue | undefined;
}

export type CorrectedRow =
  | CorrectedAnswerRow
  | {
      readonly kind: 'entries';
      readonly path: string;
      readonly label: string;
      readonly entries: readonly { readonly title: string; readonly rows: readonly CorrectedRow[] }[];
    };

/**
 * The application with its corrections, in the form's order: all that was entered, all that was corrected, and what the
 * form asks besides, given the answers as entered or as they count now.
 * @param isBegun what somebody is typing a correction of stays, also when its question is asked no more
 */
export function describeCorrected(
  form: FormDefinition,
  dossier: Pick<Dossier, 'answers' | 'events'>,
  words: AnswerWords,
  isBegun: (path: string) => boolean = () => false,
): readonly CorrectedSection[] {
  const entered = dossier.answers;
  const standing = standingCorrections(dossier);
  const counting = countingCorrections(dossier);
  const asked = [entered, currentAnswers(dossier)].map(
    (answers) => readFields(fieldsOf(form), answers).visible,
  );
  const isAsked = (path: string) => asked.some((visible) => visible.has(path));
  const isShown = (path: string) => standing.has(path) || isAsked(path) || isBegun(path);

  function rowsOf(fields: readonly FormField[], given: Answers, prefix: string): readonly CorrectedRow[] {
    return fields.flatMap((field): readonly CorrectedRow[] => {
      const path = `${prefix}${field.id}`;
      const value = Object.hasOwn(given, field.id) ? given[field.id] : undefined;
      if (field.type === 'information') return [];
      if (field.type === 'group')
        return value === undefined && !isAsked(path) ? [] : [entriesRow(field, value, path)];
      return isShown(path) ? [answerRow(field, value, path)] : [];
    });
  }

  function entriesRow(field: GroupField, value: AnswerValue | undefined, path: string): CorrectedRow {
    const entries = entriesIn(value).map((entry, index) => ({
      title: `${field.entryTitle} ${index + 1}`,
      rows: rowsOf(field.fields, entry, `${path}.${index}.`),
    }));
    return { kind: 'entries', path, label: field.label, entries };
  }

  function answerRow(field: AskedField, value: AnswerValue | undefined, path: string): CorrectedAnswerRow {
    const values = standing.get(path) ?? [];
    const counts = counting.get(path);
    const shown = [value ?? null, counts?.value ?? null, ...values.map((each) => each.value)];
    const textOf = textsOf(field, shown, words);
    const described = (each: StandingValue) => ({
      ...each,
      text: each.value === null ? undefined : textOf(each.value),
    });
    return {
      kind: 'answer',
      path,
      label: field.label,
      field,
      isCorrectable: correctableField(form, entered, path) !== undefined,
      entered: value === undefined ? undefined : { value, text: textOf(value) },
      standing: values.map(described),
      counting: counts && described(counts),
    };
  }

  return form.sections
    .map(({ title, fields }) => ({ section: title, rows: rowsOf(fields, entered, '') }))
    .filter(({ rows }) => rows.length > 0);
}

/** How the values of one answer read beside each other: where two read alike and are not, part by part. */
function textsOf(
  field: AskedField,
  shown: readonly (AnswerValue | null)[],
  words: AnswerWords,
): (value: AnswerValue) => string {
  const kind = kindOf(field);
  const plain = (value: AnswerValue) => kind.show(field, value, words);
  const isAmbiguous = (value: AnswerValue) =>
    shown.some((other) => other !== null && !isSameValue(value, other) && plain(value) === plain(other));
  return (value) =>
    isAmbiguous(value) && (field.type === 'address' || field.type === 'person')
      ? showParts(field, value, words)
      : plain(value);
}
