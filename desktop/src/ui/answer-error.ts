import type { AskedField } from '@amtsstube/shared/domain/forms/field';
import type { FieldErrorCode } from '@amtsstube/shared/domain/forms/field-error';
import { formatCents } from '@amtsstube/shared/domain/forms/kinds/number';
import { de } from '../texts/de.ts';

/** What is wrong with a typed answer, to stand under its input. */
export function answerError(field: AskedField, code: FieldErrorCode): string {
  const text = de.cases.correction.errors;
  switch (code) {
    case 'tooLong':
      return 'maxLength' in field ? text.tooLongFor(field.maxLength) : text.tooLong;
    case 'patternMismatch':
      return saysOf(field) ?? text.patternMismatch;
    case 'belowMinimum':
    case 'aboveMaximum':
      return text[code](boundOf(field, code === 'belowMinimum' ? 'minimum' : 'maximum'));
    case 'tooManyDecimals':
      return text.tooManyDecimals(field.type === 'number' ? field.decimals : 2);
    default:
      return text[code];
  }
}

/** A sentence of the form's own. */
function saysOf(field: AskedField): string | undefined {
  if (field.type === 'pattern') return field.says;
  return field.type === 'text' ? field.pattern?.says : undefined;
}

function boundOf(field: AskedField, bound: 'minimum' | 'maximum'): string | undefined {
  if (field.type !== 'money' && field.type !== 'number') return undefined;
  const value = field[bound];
  if (value === undefined) return undefined;
  return field.type === 'money' ? formatCents(value) : String(value).replace('.', ',');
}
