import { assertNever } from '@amtsstube/shared/domain/assert-never';
import { formatCents } from '@amtsstube/shared/domain/fees/money';
import type { CaseId } from '@amtsstube/shared/domain/ids';
import { formatLocalDate } from '@amtsstube/shared/domain/time';
import type { DeskOperation } from '@amtsstube/shared/operations/operation';
import { type Kind, operationKinds, type PayloadOf } from '@amtsstube/shared/operations/registry';
import { de } from '../texts/de.ts';
import { appointmentWords } from './appointment-words.ts';
import { letterAsText } from './letter-line.ts';
import type { NameOf } from './names.ts';
import type { ReadAnswerOf } from './read-answer.ts';
import { serviceWords } from './service-words.ts';

/** An operation as its author recognises it. */
export interface OperationWords {
  readonly title: string;
  /** The case it is about, where it is about one. */
  readonly caseId: CaseId | undefined;
  /** What the clerk typed, in full. */
  readonly ownText: { readonly label: string; readonly text: string } | undefined;
}

type Readable = { [K in Kind]: { readonly kind: K; readonly payload: PayloadOf<K> } }[Kind];

/** Never fails: what this version can't read (a newer one wrote it) is named by its kind, its text shown as it lies there. */
export function operationWords(
  operation: Pick<DeskOperation, 'kind' | 'payload'>,
  nameOf: NameOf,
  readAnswerOf: ReadAnswerOf,
): OperationWords {
  const readable = read(operation);
  if (readable === undefined) {
    const text = JSON.stringify(operation.payload, undefined, 2);
    return words(de.operation.unknown(operation.kind), undefined, operation.kind, text);
  }
  switch (readable.kind) {
    case 'addNote':
      return words(
        de.operation.addNote,
        readable.payload.caseId,
        de.operation.texts.note,
        readable.payload.text,
      );
    case 'attachFile':
      return words(de.operation.attachFile(readable.payload.name), readable.payload.caseId);
    case 'removeAttachment': {
      const { caseId, reason } = readable.payload;
      return words(de.operation.removeAttachment, caseId, de.operation.texts.reason, reason);
    }
    case 'correctAnswer': {
      const { caseId, formVersionId, path, value } = readable.payload;
      const answer = readAnswerOf(formVersionId)(path, value);
      return words(de.operation.correctAnswer(answer.label), caseId, de.operation.texts.value, answer.value);
    }
    case 'decideCase': {
      const { caseId, decision, letter } = readable.payload;
      const title = de.operation.decide[decision.kind];
      if (!letter) return words(title, caseId, de.operation.texts.reason, decision.reason);
      const text = [decision.reason, de.letters.asText, letterAsText(letter)].filter((part) => part !== '');
      return words(title, caseId, de.letters.reasonAndLetter, text.join('\n\n'));
    }
    case 'askApplicant': {
      const { caseId, text, documents } = readable.payload;
      const asked = [text, ...documents].filter((part) => part !== '').join('\n');
      return words(de.operation.askApplicant, caseId, de.operation.texts.question, asked);
    }
    case 'closeQuestion': {
      const { caseId, as, text } = readable.payload;
      return as === 'closed'
        ? words(de.operation.closeQuestion, caseId, de.operation.texts.answer, text)
        : words(de.operation.withdrawQuestion, caseId, de.operation.texts.reason, text);
    }
    case 'readAnswer':
      return words(de.operation.readAnswer, readable.payload.caseId);
    case 'setFollowUp': {
      const { caseId, on, word } = readable.payload;
      const title = on === null ? de.operation.noFollowUp : de.operation.setFollowUp(formatLocalDate(on));
      return words(title, caseId, de.operation.texts.note, word);
    }
    case 'extendDeadline': {
      const { caseId, until, reason } = readable.payload;
      const title = de.operation.extendDeadline(formatLocalDate(until));
      return words(title, caseId, de.operation.texts.reason, reason);
    }
    case 'setFee': {
      const { caseId, amountCents, reason } = readable.payload;
      const title = de.fees.operations.setFee(formatCents(amountCents));
      return words(title, caseId, de.operation.texts.reason, reason);
    }
    case 'waiveFee':
    case 'revokeWaiver':
    case 'revokePayment': {
      const { caseId, reason } = readable.payload;
      return words(de.fees.operations[readable.kind], caseId, de.operation.texts.reason, reason);
    }
    case 'recordPayment': {
      const { caseId, amountCents, word } = readable.payload;
      const title = de.fees.operations.recordPayment(formatCents(amountCents));
      return words(title, caseId, de.operation.texts.note, word);
    }
    case 'approveDecision':
      return words(de.letters.operations.approveDecision, readable.payload.caseId);
    case 'returnDecision': {
      const { caseId, word } = readable.payload;
      return words(de.letters.operations.returnDecision, caseId, de.operation.texts.word, word);
    }
    case 'writeLetter': {
      const { caseId, letter } = readable.payload;
      const title = de.letters.operations.writeLetter(letter.subject);
      return words(title, caseId, de.letters.one, letterAsText(letter));
    }
    case 'postLetter':
      return words(de.letters.operations.postLetter, readable.payload.caseId);
    case 'putTemplate': {
      const { payload } = readable;
      const text =
        payload.action === 'add' ? payload.template.text : 'text' in payload ? payload.text?.to : '';
      return words(de.letters.operations.putTemplate, undefined, de.letters.text, text);
    }
    case 'putTextBlock': {
      const { payload } = readable;
      const text =
        payload.action === 'add'
          ? payload.textBlock.text
          : payload.action === 'change'
            ? payload.text?.to
            : '';
      return words(de.letters.operations.putTextBlock, undefined, de.letters.text, text);
    }
    case 'handToBody': {
      const { caseId, bodyName, word } = readable.payload;
      return words(de.operation.handToBody(bodyName), caseId, de.operation.texts.word, word);
    }
    case 'assignCase': {
      const { payload } = readable;
      return words(assignTitle(payload, nameOf), payload.caseId, de.operation.texts.word, payload.word);
    }
    case 'submitApplication':
      return words(de.operation.submitApplication, readable.payload.caseId);
    case 'enterCase': {
      const { caseId, note, answers } = readable.payload;
      // refused, it is all there is of the case: what was typed must be had back
      const text = [note, ...Object.values(answers).filter((each) => typeof each === 'string')].join('\n');
      return words(de.operation.enterCase, caseId, de.operation.texts.values, text.trim());
    }
    case 'leaseNumbers':
      return words(de.operation.leaseNumbers, undefined);
    case 'configureMunicipality':
      return words(de.operation.configureMunicipality, undefined);
    case 'changeMunicipality': {
      const lines = Object.entries(readable.payload).map(
        ([field, change]) =>
          `${de.admin.fields[field as keyof typeof readable.payload]}: ${change?.to ?? ''}`,
      );
      return words(de.operation.changeMunicipality, undefined, de.operation.texts.values, lines.join('\n'));
    }
    case 'putDepartment':
    case 'putCounter':
    case 'putClerk':
    case 'deactivateClerk':
    case 'addService':
    case 'switchService':
      return words(adminTitle(readable, nameOf), undefined);
    case 'changeService':
    case 'putForm':
      return serviceWords(readable);
    case 'setAbsence': {
      const { clerkId, absence } = readable.payload;
      const text = de.work.absence.operation;
      return words((absence.to === null ? text.end : text.set)(nameOf(clerkId)), undefined);
    }
    case 'tickDocument':
      return words(de.work.documents.operation(readable.payload.label), readable.payload.caseId);
    case 'linkCases': {
      const { operation } = de.work.otherCases;
      return words(operation.link, readable.payload.caseId, operation.word, readable.payload.word);
    }
    case 'unlinkCases':
      return words(de.work.otherCases.operation.unlink, readable.payload.caseId);
    case 'confirmSamePerson': {
      const { same, caseId } = readable.payload;
      const { takeBack, samePerson, otherPerson } = de.work.otherCases.operation;
      return words(same === null ? takeBack : same ? samePerson : otherPerson, caseId);
    }
    case 'addTask': {
      const { caseId, text } = readable.payload;
      return words(de.work.tasks.operation.add, caseId ?? undefined, de.work.tasks.operation.text, text);
    }
    case 'completeTask':
      return words(de.work.tasks.operation.complete, undefined);
    case 'reopenTask':
      return words(de.work.tasks.operation.reopen, undefined);
    case 'recordViews':
      return words(de.work.views.operation, readable.payload.caseId);
    case 'bookByClerk':
    case 'bookLeased':
    case 'noteWish':
    case 'leaseTime':
    case 'returnTime':
    case 'revokeTime':
    case 'moveAppointment':
    case 'cancelAppointment':
    case 'leaveWaitingList':
    case 'blockTime':
    case 'unblockTime':
    case 'setOpeningHours':
    case 'setException':
    case 'setClosure':
    case 'changeBooking':
    case 'takeTicket':
    case 'callTicket':
    case 'changeTicket': {
      const { title, label, typed } = appointmentWords(readable);
      return words(title, undefined, label, typed);
    }
    case 'holdSlot':
    case 'extendHold':
    case 'requestBooking':
    case 'confirmBooking':
    case 'joinWaitingList':
    case 'offerSlot':
    case 'eraseAppointments':
    case 'recordRestore':
    case 'eraseCase':
    case 'recordScan':
    case 'recordMail':
    case 'shelveCase':
    case 'answerQuestion':
    case 'markSeen':
      // the system's own and the citizens': no desk writes them
      return words(de.operation.unknown(readable.kind), undefined);
    default:
      return assertNever(readable);
  }
}

/** The case an operation is about, where it is about one. */
export function caseOf(operation: Pick<DeskOperation, 'kind' | 'payload'>): CaseId | undefined {
  const payload = read(operation)?.payload;
  return payload && 'caseId' in payload ? (payload.caseId ?? undefined) : undefined;
}

function assignTitle(payload: PayloadOf<'assignCase'>, nameOf: NameOf): string {
  switch (payload.action) {
    case 'handOver':
      return de.operation.handOver(nameOf(payload.toId));
    case 'moveToDepartment':
      return de.operation.moveToDepartment;
    case 'takeOver':
    case 'giveBack':
      return de.operation[payload.action];
  }
}

type Administrative = Extract<
  Readable,
  {
    kind: 'putDepartment' | 'putCounter' | 'putClerk' | 'deactivateClerk' | 'addService' | 'switchService';
  }
>;

/** What is new is named; of what is there already the id alone is known, and people by their names. */
function adminTitle(readable: Administrative, nameOf: NameOf): string {
  const text = de.operation;
  switch (readable.kind) {
    case 'putDepartment': {
      const { payload } = readable;
      if (payload.action === 'add') return text.putDepartment.add(payload.name);
      if (payload.action === 'rename') return text.putDepartment.rename(payload.name.from, payload.name.to);
      return text.putDepartment[payload.action];
    }
    case 'putCounter': {
      const { payload } = readable;
      return payload.action === 'add' ? text.putCounter.add(payload.name) : text.putCounter[payload.action];
    }
    case 'putClerk': {
      const { payload } = readable;
      if (payload.action === 'add') return text.putClerk.add(payload.name);
      return text.putClerk[payload.action](nameOf(payload.clerkId));
    }
    case 'deactivateClerk':
      return text.deactivateClerk(nameOf(readable.payload.clerkId));
    case 'addService':
      return text.addService(readable.payload.service.name);
    case 'switchService': {
      const { isOffered } = readable.payload;
      if (isOffered === undefined) return text.switchService.change;
      return isOffered ? text.switchService.on : text.switchService.off;
    }
  }
}

function read({ kind, payload }: Pick<DeskOperation, 'kind' | 'payload'>): Readable | undefined {
  if (!Object.hasOwn(operationKinds, kind)) return undefined;
  const parsed = operationKinds[kind as Kind].payload.safeParse(payload);
  return parsed.success ? ({ kind, payload: parsed.data } as Readable) : undefined;
}

function words(
  title: string,
  caseId: CaseId | undefined,
  label = '',
  text: string | undefined = '',
): OperationWords {
  return { title, caseId, ownText: text === '' ? undefined : { label, text } };
}
