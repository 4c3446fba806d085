import type { Answers, FormDefinition } from '../form.ts';
import type { FormField, GroupField } from './field.ts';
import { kindOf } from './kinds/all-kinds.ts';

/** The inputs of a page: names and texts, as an HTML form sends them. */
export type PageInputs = ReadonlyMap<string, string>;

export interface DecodedPage {
  /** For `checkAnswers`. */
  readonly given: Readonly<Record<string, unknown>>;
  /** Inputs that the form has; all others are `unknown`. */
  readonly known: PageInputs;
  readonly unknown: readonly string[];
}

/**
 * Reads the inputs of a page. A plain field's input has the field's id; parts, options and files stand behind a
 * dot (`address.street`, `days.monday`), the entries of a group too, with its own id for their number
 * (`children` = 2, `children.0.bornOn`).
 */
export function decodePage(form: FormDefinition, inputs: PageInputs): DecodedPage {
  const known = new Map<string, string>();
  const textOf = (name: string): string | undefined => {
    const text = inputs.get(name);
    if (text !== undefined) known.set(name, text);
    return text;
  };
  const given = decodeFields(
    form.sections.flatMap(({ fields }) => fields),
    '',
    textOf,
  );
  return { given, known, unknown: [...inputs.keys()].filter((name) => !known.has(name)) };
}

/** Accepted answers as the inputs of a page: `decodePage` gives what `checkAnswers` accepts as the same answers. */
export function encodePage(form: FormDefinition, answers: Answers): PageInputs {
  return new Map(
    encodeFields(
      form.sections.flatMap(({ fields }) => fields),
      answers,
      '',
    ),
  );
}

/** How many entries of a group the page shows: those it was sent with, and no fewer than the form demands. */
export function entryCount(field: GroupField, inputs: PageInputs): number {
  const sent = Number(inputs.get(field.id) ?? 0);
  const count = Number.isInteger(sent) ? sent : 0;
  return Math.min(Math.max(count, field.minimumCount), field.maximumCount);
}

/** One more empty entry at the end of a group. */
export function withEntryAdded(field: GroupField, inputs: PageInputs): PageInputs {
  const count = Math.min(entryCount(field, inputs) + 1, field.maximumCount);
  return new Map([...inputs, [field.id, String(count)]]);
}

/** The group without one entry; those behind it move up, with all that was typed. */
export function withEntryRemoved(field: GroupField, index: number, inputs: PageInputs): PageInputs {
  const count = entryCount(field, inputs);
  if (index < 0 || index >= count) return inputs;
  const moved = [...inputs].flatMap(([name, text]): [string, string][] => {
    const [, at, rest] = new RegExp(`^${field.id}\\.(\\d+)\\.(.+)$`).exec(name) ?? [];
    if (at === undefined || Number(at) < index) return [[name, text]];
    return Number(at) === index ? [] : [[`${field.id}.${Number(at) - 1}.${rest}`, text]];
  });
  return new Map([...moved, [field.id, String(count - 1)]]);
}

function decodeFields(
  fields: readonly FormField[],
  prefix: string,
  textOf: (name: string) => string | undefined,
): Record<string, unknown> {
  const given: Record<string, unknown> = {};
  for (const field of fields) {
    const path = `${prefix}${field.id}`;
    if (field.type === 'information') continue;
    if (field.type === 'group') {
      const count = entryCount(field, new Map([[field.id, textOf(path) ?? '']]));
      given[field.id] = Array.from({ length: count }, (_, index) =>
        decodeFields(field.fields, `${path}.${index}.`, textOf),
      );
    } else
      given[field.id] = kindOf(field).decode(field, (name) => textOf(name === '' ? path : `${path}.${name}`));
  }
  return given;
}

function encodeFields(fields: readonly FormField[], answers: Answers, prefix: string): [string, string][] {
  return fields.flatMap((field): [string, string][] => {
    const path = `${prefix}${field.id}`;
    const value = Object.hasOwn(answers, field.id) ? answers[field.id] : undefined;
    if (field.type === 'information' || value === undefined) return [];
    if (field.type !== 'group')
      return kindOf(field)
        .encode(field, value)
        .map(([name, text]) => [name === '' ? path : `${path}.${name}`, text]);
    const entries = Array.isArray(value) ? (value as readonly unknown[] as readonly Answers[]) : [];
    return [
      [path, String(entries.length)],
      ...entries.flatMap((entry, index) => encodeFields(field.fields, entry, `${path}.${index}.`)),
    ];
  });
}
