import type { AnswerValue } from '@amtsstube/shared/domain/form';
import type { AskedField } from '@amtsstube/shared/domain/forms/field';
import { kindOf } from '@amtsstube/shared/domain/forms/kinds/all-kinds';
import { partsOf } from '@amtsstube/shared/domain/forms/kinds/parts';
import { formatLocalDate, parseLocalDate } from '@amtsstube/shared/domain/time';

/** An answer as one types it, by the names within its field ('' = the field's own); days as `23.11.2026`. */
export function typedInputs(field: AskedField, value: AnswerValue | null): Record<string, string> {
  if (value === null) return {};
  const days = dayInputsOf(field);
  return Object.fromEntries(
    kindOf(field)
      .encode(field, value)
      .map(([name, text]) => [name, days.has(name) ? typedDay(text) : text]),
  );
}

function dayInputsOf(field: AskedField): ReadonlySet<string> {
  if (field.type === 'date') return new Set(['']);
  if (field.type !== 'person') return new Set();
  return new Set(partsOf(field).flatMap(({ name, field: part }) => (part.type === 'date' ? [name] : [])));
}

function typedDay(text: string): string {
  const on = parseLocalDate(text);
  return on ? formatLocalDate(on) : text;
}
