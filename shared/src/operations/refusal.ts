import { cents } from '../domain/fees/money.ts';
import { fieldError } from '../domain/forms/field-error.ts';
import { clerkId } from '../domain/ids.ts';
import { instant, localDate } from '../domain/time.ts';
import { z } from '../domain/zod.ts';
import { bookingRefusals } from './appointment/booking-refusals.ts';

/** The program a server runs. Only compared: another text is another program. */
export const serverVersion = z.string().min(1).max(40);

/** Why the server refused an operation: a closed list, each with what a person needs to understand it. */
export const refusal = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('malformed') }),
  /** A bug of the server in this version: another one may decide otherwise. Absent in rows of programs that didn't say. */
  z.strictObject({ code: z.literal('internal'), serverVersion: serverVersion.optional() }),
  z.strictObject({ code: z.literal('notAllowed') }),
  z.strictObject({ code: z.literal('noSuchCase') }),
  z.strictObject({ code: z.literal('noSuchClerk') }),
  z.strictObject({ code: z.literal('noSuchService') }),
  z.strictObject({ code: z.literal('noSuchDepartment') }),
  z.strictObject({ code: z.literal('noSuchCounter') }),
  /** Switched off while the citizen filled in the form. */
  z.strictObject({ code: z.literal('serviceNotOffered') }),
  /** Somebody else changed the same field first; `now` = what stands there. */
  z.strictObject({
    code: z.literal('changedMeanwhile'),
    field: z.string().max(40),
    now: z.string().max(600),
  }),
  /** The municipality would be left without an administrator. */
  z.strictObject({ code: z.literal('lastAdmin') }),
  /** A department is closed only when nothing depends on it any more. */
  z.strictObject({
    code: z.literal('departmentInUse'),
    clerks: z.int().min(0),
    services: z.int().min(0),
    counters: z.int().min(0),
    cases: z.int().min(0),
  }),
  z.strictObject({ code: z.literal('formVersionGone') }),
  z.strictObject({ code: z.literal('invalidAnswers'), errors: z.array(fieldError) }),
  z.strictObject({ code: z.literal('alreadyExists') }),
  /** These very bytes are with the case already, perhaps under another name. */
  z.strictObject({ code: z.literal('alreadyAttached') }),
  /** Somebody else took it away first. */
  z.strictObject({ code: z.literal('noSuchFile') }),
  z.strictObject({ code: z.literal('noSuchTask') }),
  z.strictObject({ code: z.literal('alreadyDecided'), byId: clerkId, at: instant }),
  z.strictObject({ code: z.literal('alreadyAssigned'), toId: clerkId }),
  z.strictObject({ code: z.literal('notAssigned'), toId: clerkId.nullable() }),
  /** The day it came in can't lie ahead. */
  z.strictObject({ code: z.literal('receivedInFuture') }),
  z.strictObject({ code: z.literal('reasonRequired') }),
  z.strictObject({ code: z.literal('textRequired') }),
  /** Never said: what an older desk reads where a newer server gives a reason it doesn't know. */
  z.strictObject({ code: z.literal('ofNewerProgram') }),
  /** Somebody decided it, and another is to approve that. */
  z.strictObject({ code: z.literal('awaitingApproval'), byId: clerkId, at: instant }),
  /** It was returned, or approved, or is another one by now. */
  z.strictObject({ code: z.literal('noSuchProposal') }),
  /** Who decided doesn't approve it too. */
  z.strictObject({ code: z.literal('ownDecision') }),
  z.strictObject({ code: z.literal('noSuchLetter') }),
  z.strictObject({ code: z.literal('alreadyPosted'), byId: clerkId, on: localDate }),
  /** Not before it was written, and not after the day it is said. */
  z.strictObject({ code: z.literal('notPostedThen'), from: localDate, until: localDate }),
  z.strictObject({ code: z.literal('noSuchTemplate') }),
  z.strictObject({ code: z.literal('unknownPlaceholder'), name: z.string().max(200) }),
  z.strictObject({ code: z.literal('noSuchQuestion') }),
  /** It was answered, closed or withdrawn first. */
  z.strictObject({
    code: z.literal('questionEnded'),
    how: z.enum(['answered', 'closed', 'withdrawn', 'decided']),
    at: instant,
  }),
  /** So many answers to one question are sent by a program. */
  z.strictObject({ code: z.literal('tooManyAnswers') }),
  /** The day by which an answer is wanted was over when it was asked. */
  z.strictObject({ code: z.literal('dayIsOver') }),
  /** A deadline is extended, not shortened; null: there is none to extend. */
  z.strictObject({ code: z.literal('notLater'), than: localDate }),
  /** No fee is charged in this case. */
  z.strictObject({ code: z.literal('noFee') }),
  /** More or less than the service costs. */
  z.strictObject({ code: z.literal('feeOutOfRange'), fromCents: cents, toCents: cents }),
  /** Another amount is charged, or open, than the clerk saw; null: none is charged. */
  z.strictObject({ code: z.literal('feeChanged'), nowCents: cents.nullable() }),
  z.strictObject({ code: z.literal('feeWaived') }),
  /** What is decided now would have had to be paid before. */
  z.strictObject({ code: z.literal('feeOverdue'), dueOn: localDate }),
  z.strictObject({ code: z.literal('notWaived') }),
  /** Nothing is open that could be waived. */
  z.strictObject({ code: z.literal('feePaid') }),
  /** This very entry of the bank statement is booked. */
  z.strictObject({ code: z.literal('alreadyRecorded'), at: instant }),
  z.strictObject({ code: z.literal('noSuchPayment') }),
  z.strictObject({ code: z.literal('paymentRevoked'), byId: clerkId, at: instant }),
  ...bookingRefusals,
]);
export type Refusal = z.infer<typeof refusal>;
