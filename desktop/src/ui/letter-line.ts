import type { CaseEvent, Dossier } from '@amtsstube/shared/domain/case';
import { formatCents } from '@amtsstube/shared/domain/fees/money';
import type { Letter } from '@amtsstube/shared/domain/letter';
import { formatLocalDate } from '@amtsstube/shared/domain/time';
import { de } from '../texts/de.ts';
import type { NameOf } from './names.ts';

type LetterEvent = Extract<
  CaseEvent,
  { kind: 'proposed' | 'returned' | 'decided' | 'letterWritten' | 'letterPosted' }
>;

/** A line of the history about a decision or a letter. */
export function letterLine(
  event: LetterEvent,
  nameOf: NameOf,
  { letters = [] }: Pick<Dossier, 'letters'>,
): { readonly line: string; readonly text: string } {
  const text = de.letters.history;
  const by = nameOf(event.byId);
  switch (event.kind) {
    case 'proposed':
      return { line: text.proposed(by, de.cases.status[event.decision.kind]), text: event.decision.reason };
    case 'returned':
      return { line: text.returned(by), text: event.word };
    case 'decided': {
      const decided = de.cases.history.decided[event.decision.kind](by);
      const line = event.fee ? de.fees.history.decided(decided, formatCents(event.fee.amountCents)) : decided;
      const second = event.approvedById;
      return {
        line: second === undefined ? line : text.approvedBy(line, nameOf(second)),
        text: event.decision.reason,
      };
    }
    case 'letterWritten':
    case 'letterPosted': {
      const subject = letters.find(({ id }) => id === event.letterId)?.letter.subject ?? '';
      return {
        line:
          event.kind === 'letterWritten'
            ? text.written(by, subject)
            : text.posted(by, subject, formatLocalDate(event.on)),
        text: '',
      };
    }
  }
}

/** A letter as text, for who must take hers again: to whom, about what, and all of its words. */
export function letterAsText({ addressee, subject, text, legalRemedy }: Letter): string {
  return [addressee.join('\n'), subject, text, legalRemedy].filter((part) => part !== '').join('\n\n');
}
