import type { FieldErrorCode } from '@amtsstube/shared/domain/forms/field-error';
import { formatCents } from '@amtsstube/shared/domain/forms/kinds/number';
import type { LocatedField } from '@amtsstube/shared/domain/forms/locate-field';
import { frame } from './frame.ts';

/** What is wrong with an answer, as a sentence that says what to do; `located` undefined: with the whole application. */
export function fieldError(located: LocatedField | undefined, code: FieldErrorCode): string {
  if (!located || code === 'answersTooLong')
    return code === 'answersTooLong'
      ? 'Ihre Angaben sind zusammen zu lang. Bitte kürzen Sie die längsten Texte.'
      : 'Dieses Feld gibt es im Formular nicht.';
  const { field, part, entry } = located;
  const own = part === undefined ? field.label : `${field.label}: ${frame.parts[part]}`;
  const label = entry === undefined ? own : `${entry}: ${own}`;
  switch (code) {
    case 'required':
      return field.type === 'choice' || field.type === 'yesNo' || field.type === 'multipleChoice'
        ? `Bitte bei „${label}“ eine Antwort wählen.`
        : `Bitte „${label}“ ausfüllen.`;
    case 'tooLong':
      return `„${label}“ ist zu lang${'maxLength' in field ? `: höchstens ${field.maxLength} Zeichen` : ''}.`;
    case 'notADate':
      return `Bitte „${label}“ als Datum angeben, zum Beispiel 24.5.2026.`;
    case 'notAnEmail':
      return 'Bitte eine vollständige E-Mail-Adresse angeben, zum Beispiel name@beispiel.de.';
    case 'notAPhone':
      return `Bitte „${label}“ als Telefonnummer angeben, zum Beispiel 03900 123456.`;
    case 'notAnIban':
      return `„${label}“ stimmt nicht: Bitte prüfen Sie die Nummer, zum Beispiel DE02 1203 0000 0000 2020 51.`;
    case 'notAPostalCode':
      return `Bitte „${label}“ mit fünf Ziffern angeben, zum Beispiel 39576.`;
    case 'notANumber':
      return `Bitte „${label}“ als Zahl angeben.`;
    case 'notMoney':
      return `Bitte „${label}“ als Betrag in Euro angeben, zum Beispiel 12,50.`;
    case 'tooManyDecimals':
      return field.type === 'number' && field.decimals > 0
        ? `„${label}“ hat zu viele Stellen hinter dem Komma: höchstens ${field.decimals}.`
        : `Bitte „${label}“ als ganze Zahl angeben.`;
    case 'belowMinimum':
      return `„${label}“ ist zu klein${boundText(field, 'minimum', 'mindestens')}.`;
    case 'aboveMaximum':
      return `„${label}“ ist zu groß${boundText(field, 'maximum', 'höchstens')}.`;
    case 'notAChoice':
    case 'notYesOrNo':
      return `Bitte bei „${label}“ eine der Antworten wählen.`;
    case 'patternMismatch': {
      const says =
        field.type === 'pattern' ? field.says : field.type === 'text' ? field.pattern?.says : undefined;
      return says ?? `„${label}“ ist nicht lesbar. Bitte erneut eingeben.`;
    }
    case 'controlCharacters':
      return `„${label}“ enthält Zeichen, die nicht erlaubt sind. Bitte erneut eingeben.`;
    case 'tooMany':
      return `Bei „${label}“ sind es zu viele${mostText(field)}.`;
    case 'notAFile':
      return `Eine Datei bei „${label}“ ist nicht vollständig. Bitte fügen Sie sie erneut hinzu.`;
    case 'fileKindRefused':
      return `Bei „${label}“ nehmen wir diese Art von Datei nicht an. Möglich sind PDF, JPEG, PNG und TIFF.`;
    case 'unknownField':
      return 'Dieses Feld gibt es im Formular nicht.';
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
  return field.type === 'upload' || field.type === 'group' ? `: höchstens ${field.maximumCount}` : '';
}
