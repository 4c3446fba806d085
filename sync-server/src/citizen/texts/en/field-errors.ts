import type { FieldErrorCode } from '@amtsstube/shared/domain/forms/field-error';
import { formatCents } from '@amtsstube/shared/domain/forms/kinds/number';
import type { LocatedField } from '@amtsstube/shared/domain/forms/locate-field';
import { frame } from './frame.ts';

/** What is wrong with an answer, as a sentence that says what to do; `located` undefined: with the whole application. */
export function fieldError(located: LocatedField | undefined, code: FieldErrorCode): string {
  if (!located || code === 'answersTooLong')
    return code === 'answersTooLong'
      ? 'Your answers are too long together. Please shorten the longest texts.'
      : 'The form has no such field.';
  const { field, part, entry } = located;
  const own = part === undefined ? field.label : `${field.label}: ${frame.parts[part]}`;
  const label = entry === undefined ? own : `${entry}: ${own}`;
  switch (code) {
    case 'required':
      return field.type === 'choice' || field.type === 'yesNo' || field.type === 'multipleChoice'
        ? `Please choose an answer to “${label}”.`
        : `Please fill in “${label}”.`;
    case 'tooLong':
      return `“${label}” is too long${'maxLength' in field ? `: at most ${field.maxLength} characters` : ''}.`;
    case 'notADate':
      return `Please enter “${label}” as a date, for example 24.5.2026.`;
    case 'notAnEmail':
      return 'Please enter a complete e-mail address, for example name@beispiel.de.';
    case 'notAPhone':
      return `Please enter “${label}” as a telephone number, for example 03900 123456.`;
    case 'notAnIban':
      return `“${label}” is not right: please check the number, for example DE02 1203 0000 0000 2020 51.`;
    case 'notAPostalCode':
      return `Please enter “${label}” with five digits, for example 39576.`;
    case 'notANumber':
      return `Please enter “${label}” as a number.`;
    case 'notMoney':
      return `Please enter “${label}” as an amount in euros, with a comma: for example 12,50.`;
    case 'tooManyDecimals':
      return field.type === 'number' && field.decimals > 0
        ? `“${label}” has too many decimal places: at most ${field.decimals}.`
        : `Please enter “${label}” as a whole number.`;
    case 'belowMinimum':
      return `“${label}” is too small${boundText(field, 'minimum', 'at least')}.`;
    case 'aboveMaximum':
      return `“${label}” is too large${boundText(field, 'maximum', 'at most')}.`;
    case 'notAChoice':
    case 'notYesOrNo':
      return `Please choose one of the answers to “${label}”.`;
    case 'patternMismatch': {
      const example = field.type === 'pattern' ? `, for example ${field.example}` : '';
      return `“${label}” can’t be read. Please enter it again${example}.`;
    }
    case 'controlCharacters':
      return `“${label}” contains characters that are not allowed. Please enter it again.`;
    case 'tooMany':
      return `There are too many at “${label}”${mostText(field)}.`;
    case 'notAFile':
      return `A file at “${label}” is not complete. Please add it again.`;
    case 'fileKindRefused':
      return `At “${label}” this kind of file is not accepted. Possible are PDF, JPEG, PNG and TIFF.`;
    case 'unknownField':
      return 'The form has no such field.';
  }
}

function boundText(field: LocatedField['field'], bound: 'minimum' | 'maximum', word: string): string {
  if (field.type === 'money') {
    const cents = field[bound];
    return cents === undefined ? '' : `: ${word} ${formatCents(cents)}`;
  }
  const value = field.type === 'number' ? field[bound] : undefined;
  return value === undefined ? '' : `: ${word} ${String(value).replace('.', ',')}`;
}

function mostText(field: LocatedField['field']): string {
  return field.type === 'upload' || field.type === 'group' ? `: at most ${field.maximumCount}` : '';
}
