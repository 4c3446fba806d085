import type { AnswerValue } from '../answers.ts';
import type { FieldErrorCode } from '../field-error.ts';

/** Words that a readable answer needs and no form defines. */
export interface AnswerWords {
  readonly yes: string;
  readonly no: string;
  readonly parts: Readonly<Record<PartName, string>>;
}

export type PartName =
  | 'street'
  | 'houseNumber'
  | 'postalCode'
  | 'place'
  | 'firstName'
  | 'lastName'
  | 'birthName'
  | 'bornOn'
  | 'birthPlace'
  | 'nationality';

/** What was given, in canonical form, or what is wrong with it. No value and no problem: left empty. */
export interface Reading {
  readonly value?: AnswerValue | undefined;
  /** `at` is '' or leads into the answer: a part, a file. */
  readonly problems?: readonly { readonly at: string; readonly code: FieldErrorCode }[];
}

/** One kind of field: everything that differs between kinds. */
export interface Kind<F> {
  /** Takes what a person typed and what `read` itself made before; never throws, whatever it is given. */
  read(field: F, given: unknown): Reading;
  /** An accepted answer as a person reads it. */
  show(field: F, value: AnswerValue, words: AnswerWords): string;
  /** An accepted answer as the inputs of a page hold it: names within the field ('' = the field's own) and texts. */
  encode(field: F, value: AnswerValue): readonly (readonly [name: string, text: string])[];
  /** What `read` takes, from the inputs of a page. */
  decode(field: F, textOf: (name: string) => string | undefined): unknown;
}

export function problem(code: FieldErrorCode, at = ''): Reading {
  return { problems: [{ at, code }] };
}

/** A kind with one text input. */
export function plainKind<F>(kind: {
  read(field: F, given: unknown): Reading;
  show?(field: F, value: AnswerValue): string;
  typed?(field: F, value: AnswerValue): string;
}): Kind<F> {
  return {
    read: kind.read,
    show: (field, value) => kind.show?.(field, value) ?? String(value),
    encode: (field, value) => [['', kind.typed?.(field, value) ?? String(value)]],
    decode: (_field, textOf) => textOf(''),
  };
}

/** Trimmed, with composed letters and plain line ends; undefined when nothing is left. */
export function tidy(text: string): string | undefined {
  return text.normalize('NFC').replaceAll('\r\n', '\n').trim() || undefined;
}
