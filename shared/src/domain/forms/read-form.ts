import type { Answers, AnswerValue } from './answers.ts';
import { isMet } from './condition.ts';
import type { AskedField, FormField, GroupField } from './field.ts';
import type { FieldError } from './field-error.ts';
import { kindOf } from './kinds/all-kinds.ts';

export interface ReadFields {
  readonly answers: Answers;
  readonly errors: readonly FieldError[];
  /** Paths of what is asked, given these answers; of groups also what is asked in each entry. */
  readonly visible: ReadonlySet<string>;
}

type AnswerTo = (fieldId: string) => AnswerValue | undefined;

/**
 * Goes through fields in their order, once: whether each is asked is known from what was accepted before it.
 * What is given to fields that are not asked is not even read.
 */
export function readFields(
  fields: readonly FormField[],
  given: unknown,
  prefix = '',
  outer: AnswerTo = () => undefined,
): ReadFields {
  const values = recordOf(given);
  const accepted = new Map<string, AnswerValue>();
  const answerTo: AnswerTo = (id) => accepted.get(id) ?? outer(id);
  const visible = new Set<string>();
  const errors: FieldError[] = unknownFields(fields, values, prefix);
  for (const field of fields) {
    if (field.showWhen && !isMet(field.showWhen, answerTo)) continue;
    const path = `${prefix}${field.id}`;
    visible.add(path);
    if (field.type === 'information') continue;
    const value = Object.hasOwn(values, field.id) ? values[field.id] : undefined;
    const read =
      field.type === 'group' ? readGroup(field, value, path, answerTo) : readField(field, value, path);
    errors.push(...read.errors);
    for (const each of read.visible) visible.add(each);
    if (read.errors.length === 0 && read.value !== undefined) accepted.set(field.id, read.value);
  }
  return { answers: Object.fromEntries(accepted), errors, visible };
}

interface ReadValue {
  readonly value: AnswerValue | undefined;
  readonly errors: readonly FieldError[];
  readonly visible: Iterable<string>;
}

/** One answer, by its field alone: whether it is asked is not this function’s business. */
export function readField(field: AskedField, given: unknown, path: string): ReadValue {
  const { value, problems = [] } = kindOf(field).read(field, given);
  const errors: FieldError[] = problems.map(({ at, code }) => ({
    path: at === '' ? path : `${path}.${at}`,
    code,
  }));
  if (field.required && value === undefined && errors.length === 0) errors.push({ path, code: 'required' });
  return { value, errors, visible: [] };
}

/** Entries beyond the least number that hold nothing are left out; paths count the entries as they were given. */
function readGroup(field: GroupField, given: unknown, path: string, outer: AnswerTo): ReadValue {
  const all: readonly unknown[] = Array.isArray(given) ? given : [];
  const most = all.slice(0, field.maximumCount + 1);
  const padded = [...most, ...Array.from({ length: Math.max(0, field.minimumCount - most.length) })];
  const entries = padded.map((entry, index) => readFields(field.fields, entry, `${path}.${index}.`, outer));
  const kept = entries.filter(
    (entry, index) =>
      index < field.minimumCount || !isEmpty(field, entry, padded[index], `${path}.${index}.`),
  );
  const errors = kept.flatMap((entry) => entry.errors);
  if (all.length > field.maximumCount) errors.unshift({ path, code: 'tooMany' });
  return {
    value: kept.length > 0 ? (kept.map((entry) => entry.answers) as AnswerValue) : undefined,
    errors,
    visible: entries.flatMap((entry) => [...entry.visible]),
  };
}

/** Nothing was typed into any question the entry asks: all that can be wrong is that answers are missing. */
function isEmpty(field: GroupField, entry: ReadFields, given: unknown, prefix: string): boolean {
  if (Object.keys(entry.answers).length > 0 || entry.errors.some(({ code }) => code !== 'required'))
    return false;
  const values = recordOf(given);
  return field.fields.every((member) => {
    if (member.type === 'information' || !entry.visible.has(`${prefix}${member.id}`)) return true;
    if (!Object.hasOwn(values, member.id)) return true;
    const { value, problems = [] } = kindOf(member).read({ ...member, required: false }, values[member.id]);
    return value === undefined && problems.length === 0;
  });
}

function unknownFields(
  fields: readonly FormField[],
  values: Readonly<Record<string, unknown>>,
  prefix: string,
): FieldError[] {
  const known = new Set(fields.filter(({ type }) => type !== 'information').map(({ id }) => id));
  return Object.keys(values)
    .filter((id) => !known.has(id))
    .map((id) => ({ path: `${prefix}${id}`.slice(0, 300), code: 'unknownField' }));
}

function recordOf(given: unknown): Readonly<Record<string, unknown>> {
  return typeof given === 'object' && given !== null && !Array.isArray(given)
    ? (given as Readonly<Record<string, unknown>>)
    : {};
}
