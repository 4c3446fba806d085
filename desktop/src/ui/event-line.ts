import { assertNever } from '@amtsstube/shared/domain/assert-never';
import type { CaseEvent, Dossier } from '@amtsstube/shared/domain/case';
import { formatLocalDate } from '@amtsstube/shared/domain/time';
import { de } from '../texts/de.ts';
import { type CorrectedDossier, correctedLine } from './corrected-line.ts';
import { feeLine } from './fee-words.ts';
import { letterLine } from './letter-line.ts';
import type { NameOf } from './names.ts';
import { questionLine } from './question-line.ts';
import type { ReadAnswer } from './read-answer.ts';

/** One event of the history: what happened in one line, and what somebody wrote with it. */
export interface EventLine {
  readonly line: string;
  readonly text: string;
}

export function eventLine(
  event: CaseEvent,
  nameOf: NameOf,
  departmentName: (id: string) => string,
  /** With the form version the case was made with. */
  readAnswer: ReadAnswer,
  dossier: CorrectedDossier & Pick<Dossier, 'questions'>,
): EventLine {
  const { line, text } = plainLine(event, nameOf, departmentName, readAnswer, dossier);
  if (event.forId === undefined) return { line, text };
  return { line: de.work.absence.inPlaceOf(line, nameOf(event.forId)), text };
}

function plainLine(
  event: CaseEvent,
  nameOf: NameOf,
  departmentName: (id: string) => string,
  readAnswer: ReadAnswer,
  dossier: CorrectedDossier & Pick<Dossier, 'questions'>,
): EventLine {
  const text = de.cases.history;
  switch (event.kind) {
    case 'submitted':
      return { line: text.submitted, text: '' };
    case 'entered': {
      const line = text.entered(nameOf(event.byId), de.cases.facts.channels[event.channel]);
      const { renumbered } = event;
      return {
        line: renumbered ? text.renumbered(line, renumbered.from, renumbered.to) : line,
        text: event.text,
      };
    }
    case 'assigned':
      return { line: assignedLine(event, nameOf), text: event.word };
    case 'moved': {
      const { fromDepartmentId, toDepartmentId } = event;
      const line = text.moved(
        nameOf(event.byId),
        departmentName(fromDepartmentId),
        departmentName(toDepartmentId),
      );
      return { line, text: event.word };
    }
    case 'note':
      return { line: text.note(nameOf(event.byId)), text: event.text };
    case 'fileAdded':
      return { line: text.fileAdded(nameOf(event.byId), event.name), text: '' };
    case 'malwareFound':
      return { line: text.malwareFound(event.name), text: '' };
    case 'fileRemoved':
      return { line: text.fileRemoved(nameOf(event.byId), event.name), text: event.reason };
    case 'answerCorrected':
      return correctedLine(event, dossier, nameOf, readAnswer);
    case 'documentTicked': {
      const words = de.work.documents.event[event.as ?? 'missing'];
      return { line: words(nameOf(event.byId), event.label), text: '' };
    }
    case 'questionAsked':
    case 'questionAnswered':
    case 'questionClosed':
    case 'answerRead':
      return questionLine(event, nameOf, dossier);
    case 'followUpSet':
      return {
        line:
          event.on === null
            ? text.noFollowUp(nameOf(event.byId))
            : text.followUp(nameOf(event.byId), formatLocalDate(event.on)),
        text: event.word,
      };
    case 'deadlineExtended':
      return {
        line:
          event.from === null
            ? text.deadlineSet(nameOf(event.byId), formatLocalDate(event.until))
            : text.extended(nameOf(event.byId), formatLocalDate(event.from), formatLocalDate(event.until)),
        text: event.reason,
      };
    case 'proposed':
    case 'returned':
    case 'decided':
    case 'letterWritten':
    case 'letterPosted':
      return letterLine(event, nameOf, dossier);
    case 'feeSet':
    case 'feeWaived':
    case 'waiverRevoked':
    case 'paymentRecorded':
    case 'paymentRevoked':
      return feeLine(event, nameOf);
    case 'handedToBody':
      return { line: text.handedToBody(nameOf(event.byId), event.bodyName), text: event.word };
    case 'ofNewerProgram':
      return { line: text.ofNewerProgram, text: '' };
    default:
      return assertNever(event);
  }
}

function assignedLine(
  { byId, fromId, toId }: Extract<CaseEvent, { kind: 'assigned' }>,
  nameOf: NameOf,
): string {
  const text = de.cases.history;
  const by = nameOf(byId);
  if (toId === null) return text.gaveBack(by);
  if (toId !== byId) return text.handedOver(by, nameOf(toId));
  return fromId === null || fromId === byId ? text.tookOver(by) : text.tookFrom(by, nameOf(fromId));
}
