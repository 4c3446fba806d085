import type { AnswerValue } from '../answers.ts';
import type { FieldOf } from '../field.ts';
import { plainKind, problem, type Reading, tidy } from './kind.ts';

/** Beyond this a number in a form is a slip, and JSON would no longer keep it exactly. */
const largest = 1e9;
const largestCents = 1e11;

export const number = plainKind<FieldOf<'number'>>({
  read: (field, given) => {
    if (typeof given === 'number') return inBounds(field, given);
    if (typeof given === 'boolean') return problem('notANumber');
    const text = typeof given === 'string' ? tidy(given) : undefined;
    if (text === undefined) return {};
    const parts = decimalParts(text);
    if (!parts) return problem('notANumber');
    return inBounds(field, Number(`${parts.whole}.${parts.fraction || '0'}`));
  },
  show: (field, value) => (field.unit === undefined ? spoken(value) : `${spoken(value)} ${field.unit}`),
  typed: (_field, value) => String(value).replace('.', ','),
});

/** Amounts: `12,50` and `1.200 €` as typed, integer cents as kept. */
export const money = plainKind<FieldOf<'money'>>({
  read: (field, given) => {
    if (typeof given === 'number')
      return Number.isInteger(given) ? centsInBounds(field, given) : problem('notMoney');
    if (typeof given === 'boolean') return problem('notMoney');
    const text = typeof given === 'string' ? tidy(given) : undefined;
    if (text === undefined) return {};
    const parts = decimalParts(text.replace(/\s*(?:€|Euro|EUR)$/iu, ''));
    if (!parts || parts.fraction.length > 2) return problem('notMoney');
    return centsInBounds(field, Number(`${parts.whole}${parts.fraction.padEnd(2, '0')}`));
  },
  show: (_field, value) => formatCents(Number(value)),
  typed: (_field, value) => `${Math.trunc(Number(value) / 100)},${twoDigits(Number(value) % 100)}`,
});

/** `1.250,00 €` */
export function formatCents(cents: number): string {
  return `${grouped(String(Math.trunc(cents / 100)))},${twoDigits(cents % 100)} €`;
}

/** Digits before and after the comma, as Germans and machines write them; undefined when it is no number. */
function decimalParts(text: string): { readonly whole: string; readonly fraction: string } | undefined {
  const withDots = /^(-?\d{1,3}(?:\.\d{3})+)(?:,(\d{1,6}))?$/.exec(text);
  const plain = withDots ?? /^(-?\d{1,13})(?:[.,](\d{1,6}))?$/.exec(text);
  if (!plain) return undefined;
  return { whole: (plain[1] ?? '').replaceAll('.', ''), fraction: plain[2] ?? '' };
}

function inBounds(field: FieldOf<'number'>, given: number): Reading {
  if (!Number.isFinite(given)) return problem('notANumber');
  // JSON knows no negative zero
  const value = given === 0 ? 0 : given;
  if (value < (field.minimum ?? -largest)) return problem('belowMinimum');
  if (value > (field.maximum ?? largest)) return problem('aboveMaximum');
  return Number(value.toFixed(field.decimals)) === value ? { value } : problem('tooManyDecimals');
}

function centsInBounds(field: FieldOf<'money'>, given: number): Reading {
  const value = given === 0 ? 0 : given;
  if (value < (field.minimum ?? 0)) return problem('belowMinimum');
  return value > (field.maximum ?? largestCents) ? problem('aboveMaximum') : { value };
}

function spoken(value: AnswerValue): string {
  const [whole = '', fraction] = String(value).split('.');
  return fraction === undefined ? grouped(whole) : `${grouped(whole)},${fraction}`;
}

function grouped(whole: string): string {
  return whole.replaceAll(/\B(?=(?:\d{3})+$)/g, '.');
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
