import { de } from '../../texts/de.ts';
import type { DayNote } from './counter-times.ts';

/** Why a day is otherwise: `geschlossen: Zwischen den Jahren`. */
export function noteWords(note: DayNote): string {
  const text = de.calendar.is;
  switch (note.is) {
    case 'holiday':
      return text.holiday;
    case 'closure':
      return text.closure(note.text);
    case 'exception':
      return text.exception(note.text);
  }
}
