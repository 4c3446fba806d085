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
  { letters = [], events }: Pick<Dossier, 'letters' | 'events'>,
): { readonly line: string; readonly text: string } {
  const text = de.letters.history;
  const by = nameOf(event.byId);
  switch (event.kind) {
    case 'proposed': {
      const proposed = text.proposed(by, de.cases.status[event.decision.kind]);
      return { line: withFee(proposed, event), text: reasonsOf(event) };
    }
    case 'returned':
      return { line: (isOwn(event, events) ? text.takenBack : text.returned)(by), text: event.word };
    case 'decided': {
      const line = withFee(de.cases.history.decided[event.decision.kind](by), event);
      const second = event.approvedById;
      return {
        line: second === undefined ? line : text.approvedBy(line, nameOf(second)),
        text: reasonsOf(event),
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

/** Whether who gives it back had proposed it. */
function isOwn(returned: LetterEvent, events: Dossier['events']): boolean {
  const before = events.slice(0, events.indexOf(returned));
  const proposed = before.findLast(({ kind }) => kind === 'proposed');
  return proposed?.kind === 'proposed' && proposed.byId === returned.byId;
}

type Decided = Extract<LetterEvent, { kind: 'proposed' | 'decided' }>;

function withFee(line: string, { fee }: Decided): string {
  return fee ? de.fees.history.decided(line, formatCents(fee.amountCents)) : line;
}

/** Why it was decided so, and why it costs that much where that took a reason. */
function reasonsOf({ decision, fee }: Decided): string {
  const ofFee = fee && fee.reason !== '' ? de.fees.history.reason(fee.reason) : '';
  return [decision.reason, ofFee].filter((part) => part !== '').join('\n\n');
}

/** A letter as text, for who must take hers again: to whom, about what, and all of its words. */
export function letterAsText({ addressee, subject, text, legalRemedy }: Letter): string {
  return [addressee.join('\n'), subject, text, legalRemedy].filter((part) => part !== '').join('\n\n');
}
