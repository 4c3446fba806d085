import { formatLocalDate, parseLocalDate } from '../../time.ts';
import type { FieldOf } from '../field.ts';
import { plainKind, problem, tidy } from './kind.ts';

/** A calendar day: `23.11.2026` as typed, `2026-11-23` as kept. */
export const date = plainKind<FieldOf<'date'>>({
  read: (_field, given) => {
    if (typeof given === 'boolean') return problem('notADate');
    const text = typeof given === 'string' ? tidy(given) : undefined;
    if (text === undefined) return {};
    const value = parseLocalDate(text);
    return value ? { value } : problem('notADate');
  },
  show: (_field, value) => {
    const on = parseLocalDate(String(value));
    return on ? formatLocalDate(on) : String(value);
  },
});
