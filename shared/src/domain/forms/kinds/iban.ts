import { mod97 } from '../../mod97.ts';
import type { FieldOf } from '../field.ts';
import { plainKind, problem, tidy } from './kind.ts';

/** An account number with its check digits right; kept in capitals without spaces, shown in groups of four. */
export const iban = plainKind<FieldOf<'iban'>>({
  read: (_field, given) => {
    if (typeof given === 'boolean') return problem('notAnIban');
    const text = typeof given === 'string' ? tidy(given) : undefined;
    if (text === undefined) return {};
    const value = text.replaceAll(/\s/gu, '').toUpperCase();
    return isIban(value) ? { value } : problem('notAnIban');
  },
  show: (_field, value) => String(value).replaceAll(/(.{4})(?=.)/g, '$1 '),
});

/** ISO 13616: country and check digits moved to the end, letters as 10 … 35, remainder 1 by 97 (ISO 7064). */
export function isIban(value: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(value)) return false;
  if (value.startsWith('DE') && !/^DE\d{20}$/.test(value)) return false;
  return mod97(value.slice(4) + value.slice(0, 4)) === 1;
}
