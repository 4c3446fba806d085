import { assertNever } from '@amtsstube/shared/domain/assert-never';
import { clerkId } from '@amtsstube/shared/domain/ids';
import { formatInstant, formatLocalDate, localDate } from '@amtsstube/shared/domain/time';
import type { RefusedEntry } from '../data/desk.ts';
import { de } from '../texts/de.ts';
import { bookingRefusal } from './appointment-words.ts';
import { feeRefusal } from './fee-words.ts';
import type { NameOf } from './names.ts';

/** Why something was refused, as a clerk reads it: no full stop, to stand after a colon. Every code has its sentence. */
export function refusalSentence(reason: RefusedEntry['reason'], nameOf: NameOf): string {
  const text = de.refusal;
  switch (reason.code) {
    case 'alreadyDecided':
      return text.alreadyDecided(nameOf(reason.byId), formatInstant(reason.at));
    case 'awaitingApproval':
      return de.letters.refusals.awaitingApproval(nameOf(reason.byId), formatInstant(reason.at));
    case 'alreadyPosted':
      return de.letters.refusals.alreadyPosted(nameOf(reason.byId), formatLocalDate(reason.on));
    case 'notPostedThen':
      return de.letters.refusals.notPostedThen(formatLocalDate(reason.from), formatLocalDate(reason.until));
    case 'unknownPlaceholder':
      return de.letters.refusals.unknownPlaceholder(reason.name);
    case 'noSuchProposal':
    case 'ownDecision':
    case 'noSuchLetter':
    case 'noSuchTemplate':
      return de.letters.refusals[reason.code];
    case 'alreadyAssigned':
      return text.alreadyAssigned(nameOf(reason.toId));
    case 'notAssigned':
      return reason.toId === null ? text.notAssignedToAnyone : text.notAssignedToOther(nameOf(reason.toId));
    case 'changedMeanwhile':
      return text.changedMeanwhile(fieldName(reason.field), shownValue(reason, nameOf));
    case 'departmentInUse': {
      const parts = (['clerks', 'services', 'counters', 'cases'] as const)
        .filter((part) => reason[part] > 0)
        .map((part) => text.departmentParts[part](reason[part]));
      return text.departmentInUse(parts.join(', '));
    }
    case 'invalidAnswers':
      return text.invalidAnswers(reason.errors.length);
    case 'noSuchTask':
      return de.work.tasks.noSuchTask;
    case 'questionEnded':
      return text.questionEnded(text.questionEnds[reason.how], formatInstant(reason.at));
    case 'notLater':
      return text.notLater(formatLocalDate(reason.than));
    case 'feeOutOfRange':
    case 'feeChanged':
    case 'feeOverdue':
    case 'alreadyRecorded':
    case 'paymentRevoked':
    case 'noFee':
    case 'feeWaived':
    case 'notWaived':
    case 'feePaid':
    case 'noSuchPayment':
      return feeRefusal(reason, nameOf);
    case 'noSuchAppointment':
    case 'visitNotOffered':
    case 'slotNotFree':
    case 'tooManyHolds':
    case 'holdGone':
    case 'alreadyExtended':
    case 'alreadyConfirmed':
    case 'linkUsed':
    case 'appointmentCancelled':
    case 'noSuchLease':
    case 'notWaiting':
    case 'appointmentMoved':
    case 'hoursDontFit':
    case 'needsServer':
    case 'alreadyArrived':
    case 'notToday':
    case 'notConfirmed':
    case 'noSuchTicket':
    case 'alreadyCalled':
    case 'alreadyServed':
    case 'notCalled':
      return bookingRefusal(reason, nameOf);
    case 'malformed':
    case 'internal':
    case 'notAllowed':
    case 'noSuchCase':
    case 'noSuchClerk':
    case 'noSuchService':
    case 'noSuchDepartment':
    case 'noSuchCounter':
    case 'serviceNotOffered':
    case 'lastAdmin':
    case 'formVersionGone':
    case 'noSuchFile':
    case 'alreadyAttached':
    case 'alreadyExists':
    case 'receivedInFuture':
    case 'reasonRequired':
    case 'textRequired':
    case 'noSuchQuestion':
    case 'tooManyAnswers':
    case 'dayIsOver':
    case 'otherText':
    case 'ofNewerProgram':
      return text[reason.code];
    default:
      return assertNever(reason);
  }
}

/** A field as the administration's screens name it. */
function fieldName(field: string): string {
  const names: Readonly<Record<string, string>> = {
    ...de.serviceFields,
    ...de.appointments.fields,
    ...de.admin.fields,
  };
  return field === 'absence' ? de.work.absence.field : (names[field] ?? field);
}

function shownValue(
  { field, now }: { readonly field: string; readonly now: string },
  nameOf: NameOf,
): string {
  // a version's name says nothing to anybody
  if (field === 'form') return now === '' ? '' : de.formEditor.otherVersion;
  if (field === 'absence' && now !== '') return shownAbsence(now, nameOf);
  const roles: Readonly<Record<string, string>> = de.admin.clerks.roles;
  return field === 'role' ? (roles[now] ?? now) : now;
}

/** As `setAbsence` tells it: the first day, the last day, the deputy. */
function shownAbsence(now: string, nameOf: NameOf): string {
  const [from = '', until = '', deputy = ''] = now.split(' ');
  const [first, last] = [from, until].map((day) => localDate.safeParse(day).data);
  if (first === undefined || last === undefined) return now;
  const id = clerkId.safeParse(deputy).data;
  const text = de.work.absence;
  return text.value(formatLocalDate(first), formatLocalDate(last), id ? nameOf(id) : text.nobody);
}
