import type { AnswerValue } from '../answers.ts';
import type { FieldOf } from '../field.ts';
import type { FieldErrorCode } from '../field-error.ts';
import { date } from './date.ts';
import type { AnswerWords, Kind, PartName } from './kind.ts';
import { text } from './text.ts';

export interface Part {
  readonly name: PartName;
  readonly field: FieldOf<'text'> | FieldOf<'date'>;
}

/** What an address or a person is asked for, in order; each part is a field in itself. */
export function partsOf(field: FieldOf<'address'> | FieldOf<'person'>): readonly Part[] {
  const { required } = field;
  if (field.type === 'address') {
    return [
      textPart('street', 120, required),
      textPart('houseNumber', 12, required),
      textPart('postalCode', 10, required, '\\d{5}'),
      textPart('place', 80, required),
    ];
  }
  const asks = new Set(field.asks ?? []);
  return [
    textPart('firstName', 120, required),
    textPart('lastName', 120, required),
    // whoever has no other name at birth leaves it empty
    ...(asks.has('birthName') ? [textPart('birthName', 120, false)] : []),
    ...(asks.has('bornOn') ? [datePart('bornOn', required)] : []),
    ...(asks.has('birthPlace') ? [textPart('birthPlace', 120, required)] : []),
    ...(asks.has('nationality') ? [textPart('nationality', 80, required)] : []),
  ];
}

/** Whoever begins an address or a person finishes it: half of one is of no use to the office. */
function readParts(field: FieldOf<'address'> | FieldOf<'person'>, given: unknown) {
  const values = isRecord(given) ? given : {};
  const parts = partsOf(field);
  const names = parts.map(({ name }) => name as string);
  const problems: { at: string; code: FieldErrorCode }[] = Object.keys(values)
    .filter((name) => !names.includes(name))
    .map((at) => ({ at, code: 'unknownField' }));
  const read = parts.map((part) => ({ part, ...readPart(part, values) }));
  const isBegun = read.some(({ value, problems: found }) => value !== undefined || (found?.length ?? 0) > 0);
  const value: Record<string, string> = {};
  for (const { part, value: accepted, problems: found } of read) {
    for (const { code } of found ?? []) problems.push({ at: part.name, code: codeFor(part, code) });
    if (typeof accepted === 'string') value[part.name] = accepted;
    else if (!found && (part.field.required || (isBegun && part.name !== 'birthName')))
      problems.push({ at: part.name, code: 'required' });
  }
  if (problems.length > 0) return { problems };
  return isBegun ? { value } : {};
}

function readPart({ name, field }: Part, values: Readonly<Record<string, unknown>>) {
  const given = Object.hasOwn(values, name) ? values[name] : undefined;
  return field.type === 'date' ? date.read(field, given) : text.read(field, given);
}

function codeFor({ name }: Part, code: FieldErrorCode): FieldErrorCode {
  return name === 'postalCode' && (code === 'patternMismatch' || code === 'tooLong')
    ? 'notAPostalCode'
    : code;
}

export const address: Kind<FieldOf<'address'>> = {
  read: readParts,
  show: (_field, value) => {
    const { street = '', houseNumber = '', postalCode = '', place = '' } = partsIn(value);
    return `${street} ${houseNumber}, ${postalCode} ${place}`;
  },
  encode: encodeParts,
  decode: decodeParts,
};

export const person: Kind<FieldOf<'person'>> = {
  read: readParts,
  show: (field, value, words) => {
    const given = partsIn(value);
    const more = partsOf(field)
      .slice(2)
      .flatMap((part) => shownPart(part, given, words));
    return [personName(value), ...more].join(', ');
  },
  encode: encodeParts,
  decode: decodeParts,
};

/** `Erika Mustermann` of a person's answer. */
export function personName(value: AnswerValue): string {
  const { firstName = '', lastName = '' } = partsIn(value);
  return `${firstName} ${lastName}`.trim();
}

/** Each part on a line of its own, with its name: nobody can take one for a piece of another. */
export function showParts(
  field: FieldOf<'address'> | FieldOf<'person'>,
  value: AnswerValue,
  words: AnswerWords,
): string {
  return partsOf(field)
    .flatMap((part) => shownPart(part, partsIn(value), words))
    .join('\n');
}

function shownPart({ name, field }: Part, given: Readonly<Record<string, string>>, words: AnswerWords) {
  const value = given[name];
  if (value === undefined) return [];
  return [`${words.parts[name]}: ${field.type === 'date' ? date.show(field, value, words) : value}`];
}

function encodeParts(_field: unknown, value: AnswerValue): readonly (readonly [string, string])[] {
  return Object.entries(partsIn(value));
}

function decodeParts(
  field: FieldOf<'address'> | FieldOf<'person'>,
  textOf: (name: string) => string | undefined,
): Record<string, string> {
  return Object.fromEntries(
    partsOf(field).flatMap(({ name }) => {
      const typed = textOf(name);
      return typed === undefined ? [] : [[name, typed]];
    }),
  );
}

function partsIn(value: AnswerValue): Readonly<Record<string, string>> {
  return isRecord(value) ? (value as Record<string, string>) : {};
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textPart(name: PartName, maxLength: number, required: boolean, expression?: string): Part {
  const pattern = expression === undefined ? {} : { pattern: { expression, says: '' } };
  return { name, field: { id: name, type: 'text', label: name, required, maxLength, ...pattern } };
}

function datePart(name: PartName, required: boolean): Part {
  return { name, field: { id: name, type: 'date', label: name, required } };
}
