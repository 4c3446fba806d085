import type { Answers, FormDefinition } from '../form.ts';
import type { AnswerValue } from './answers.ts';
import type { AskedField, FormField, GroupField } from './field.ts';
import { kindOf } from './kinds/all-kinds.ts';
import type { AnswerWords } from './kinds/kind.ts';
import { locateField } from './locate-field.ts';
import { readFields } from './read-form.ts';

export interface DescribedSection {
  readonly section: string;
  readonly rows: readonly DescribedRow[];
}

/** One answer, or the entries of a repeated group. */
export type DescribedRow =
  | { readonly kind: 'answer'; readonly path: string; readonly label: string; readonly text: string }
  | {
      readonly kind: 'entries';
      readonly path: string;
      readonly label: string;
      readonly entries: readonly { readonly title: string; readonly rows: readonly DescribedRow[] }[];
    };

/** The answers as a person reads them, in the form's order: `23.11.2026`, `12,50 €`, `Ja`, the label of a choice. */
export function describeAnswers(
  form: FormDefinition,
  given: Answers,
  words: AnswerWords,
): readonly DescribedSection[] {
  const { visible } = readFields(
    form.sections.flatMap(({ fields }) => fields),
    given,
  );
  return form.sections
    .map((section) => ({ section: section.title, rows: rowsOf(section.fields, given, '', visible, words) }))
    .filter((section) => section.rows.length > 0);
}

/** What the application is about, in one line: `Bello, Beagle`. '' where the form names nothing for it. */
export function summaryOf(form: FormDefinition, given: Answers, words: AnswerWords): string {
  const named = form.summaryFields ?? [];
  const rows = describeAnswers(form, given, words).flatMap(({ rows: all }) => all);
  return named
    .flatMap((id) => rows.filter(({ path }) => path === id))
    .map((row) => (row.kind === 'answer' ? row.text : row.label))
    .join(', ');
}

/** The whole application as plain text, for mails and for copying: a heading per section, a line per answer. */
export function answersAsText(form: FormDefinition, given: Answers, words: AnswerWords): string {
  return describeAnswers(form, given, words)
    .map(({ section, rows }) => [section, ...linesOf(rows)].join('\n'))
    .join('\n\n');
}

/** One answer as a person reads it: `Kind 2, geboren am` and `23.11.2026`; undefined for a path the form doesn't have. */
export function describeAnswer(
  form: FormDefinition,
  path: string,
  value: AnswerValue | null,
  words: AnswerWords,
): { readonly label: string; readonly text: string | undefined } | undefined {
  const located = locateField(form, path);
  if (!located || located.field.type === 'group' || located.field.type === 'information') return undefined;
  const { field, entry } = located;
  return {
    label: entry === undefined ? field.label : `${entry}, ${field.label}`,
    text: value === null ? undefined : textOf(field, value, words),
  };
}

function linesOf(rows: readonly DescribedRow[]): readonly string[] {
  return rows.flatMap((row) =>
    row.kind === 'answer'
      ? [`${row.label}: ${row.text}`]
      : row.entries.flatMap(({ title, rows: inner }) => [
          title,
          ...linesOf(inner).map((line) => `  ${line}`),
        ]),
  );
}

function rowsOf(
  fields: readonly FormField[],
  given: Answers,
  prefix: string,
  visible: ReadonlySet<string>,
  words: AnswerWords,
): readonly DescribedRow[] {
  return fields.flatMap((field): readonly DescribedRow[] => {
    const path = `${prefix}${field.id}`;
    const value = Object.hasOwn(given, field.id) ? given[field.id] : undefined;
    if (field.type === 'information' || value === undefined || !visible.has(path)) return [];
    if (field.type === 'group') return [entriesOf(field, value, path, visible, words)];
    return [{ kind: 'answer', path, label: field.label, text: textOf(field, value, words) }];
  });
}

function entriesOf(
  field: GroupField,
  value: AnswerValue,
  path: string,
  visible: ReadonlySet<string>,
  words: AnswerWords,
): DescribedRow {
  const entries = Array.isArray(value) ? (value as readonly unknown[] as readonly Answers[]) : [];
  return {
    kind: 'entries',
    path,
    label: field.label,
    entries: entries.map((entry, index) => ({
      title: `${field.entryTitle} ${index + 1}`,
      rows: rowsOf(field.fields, entry, `${path}.${index}.`, visible, words),
    })),
  };
}

function textOf(field: AskedField, value: AnswerValue, words: AnswerWords): string {
  return kindOf(field).show(field, value, words);
}
