import { z } from '../../zod.ts';
import { type FieldOf, wholeMatch } from '../field.ts';
import { plainKind, problem, type Reading, tidy } from './kind.ts';

export const text = plainKind<FieldOf<'text'>>({
  read: (field, given) =>
    checked(given, 'oneLine', (value) => {
      if (value.length > field.maxLength) return 'tooLong';
      return field.pattern && !wholeMatch(field.pattern.expression).test(value)
        ? 'patternMismatch'
        : undefined;
    }),
});

export const longText = plainKind<FieldOf<'longText'>>({
  read: (field, given) =>
    checked(given, 'lines', (value) => (value.length > field.maxLength ? 'tooLong' : undefined)),
});

export const pattern = plainKind<FieldOf<'pattern'>>({
  read: (field, given) =>
    checked(typeof given === 'string' ? given.replaceAll(/\s+/gu, '') : given, 'oneLine', (value) => {
      if (value.length > field.maxLength) return 'tooLong';
      return wholeMatch(field.expression).test(value) ? undefined : 'patternMismatch';
    }),
});

export const email = plainKind<FieldOf<'email'>>({
  read: (_field, given) =>
    checked(given, 'oneLine', (value) =>
      z.email().max(254).safeParse(value).success ? undefined : 'notAnEmail',
    ),
});

/** Digits with what people write between them: `+49 (0) 3931 12-34`. */
const phoneNumber = /^\+?[\d ()/.-]{4,40}$/;

export const phone = plainKind<FieldOf<'phone'>>({
  read: (_field, given) =>
    checked(typeof given === 'string' ? given.replaceAll(/[^\S\n]+/gu, ' ') : given, 'oneLine', (value) =>
      phoneNumber.test(value) && value.replaceAll(/\D/g, '').length >= 4 ? undefined : 'notAPhone',
    ),
});

/** Nothing but text and yes/no comes from a form: everything else counts as left empty. */
function checked(
  given: unknown,
  shape: 'oneLine' | 'lines',
  problemOf: (value: string) => NonNullable<Reading['problems']>[number]['code'] | undefined,
): Reading {
  if (typeof given === 'boolean') return problem('patternMismatch');
  const value = typeof given === 'string' ? tidy(given) : undefined;
  if (value === undefined) return {};
  if (hasControlCharacters(value, shape === 'lines')) return problem('controlCharacters');
  const code = problemOf(value);
  return code === undefined ? { value } : problem(code);
}

function hasControlCharacters(value: string, allowsLines: boolean): boolean {
  for (const character of value) {
    const code = character.codePointAt(0) ?? 0;
    if (code === 0x7f || (code >= 0xd800 && code <= 0xdfff)) return true;
    if (code < 0x20 && !(allowsLines && (character === '\n' || character === '\t'))) return true;
  }
  return false;
}
