import type { Case, Dossier } from './case.ts';
import type { DecisionKind } from './decision.ts';
import { type FeeState, feeStateOf, openCents } from './fees/fee.ts';
import type { LetterId, QuestionId } from './ids.ts';
import type { Question } from './question.ts';
import type { Instant, LocalDate } from './time.ts';

export type PublicStatus = 'received' | 'inProgress' | 'waiting' | DecisionKind | 'handedOver';

/** A question as the applicant sees it: never who asked, and of the answers no more than that they came. */
export interface PublicQuestion {
  readonly id: QuestionId;
  readonly text: string;
  readonly documents: readonly string[];
  readonly askedAt: Instant;
  readonly answerBy: LocalDate;
  /** `over`: nobody waits for an answer any more. What was answered by telephone is answered. */
  readonly state: 'open' | 'answered' | 'over' | 'withdrawn';
  readonly answers: readonly { readonly at: Instant; readonly files: number }[];
}

export interface PublicFee {
  readonly amountCents: number;
  readonly paidCents: number;
  readonly openCents: number;
  readonly dueOn: LocalDate;
  readonly state: FeeState;
}

/** What leaves the house. Listed, not subtracted: an internal field can't leak by being new. */
export interface CitizenView {
  readonly fileReference: string;
  readonly submittedAt: Instant;
  readonly status: PublicStatus;
  /** Of an open application whose service promises one. */
  readonly decisionExpectedBy: LocalDate | undefined;
  /** Why it takes longer than was promised: to the applicant, in the clerk's words. */
  readonly extendedBecause: string | undefined;
  readonly decision: { readonly at: Instant; readonly reason: string } | undefined;
  /** Who decides it now, and since when. What the office wrote to them is between the two. */
  readonly handedTo: { readonly at: Instant; readonly bodyName: string } | undefined;
  /** To be had as PDF, in the order they were written. */
  readonly letters: readonly { readonly id: LetterId; readonly at: Instant; readonly subject: string }[];
  /** In the order they were asked. */
  readonly questions: readonly PublicQuestion[];
  /** What it costs; never why it is that much, who says so, or who paid. */
  readonly fee: PublicFee | undefined;
}

export function citizenView(caseRecord: Case, dossier: Dossier): CitizenView {
  const isDecided = caseRecord.status === 'decided';
  const extended = dossier.events
    .filter((event) => event.kind === 'deadlineExtended')
    .findLast(({ from }) => from !== null);
  return {
    fileReference: caseRecord.fileReference,
    submittedAt: caseRecord.submittedAt,
    status: caseRecord.status === 'decided' ? (caseRecord.decision?.kind ?? 'inProgress') : caseRecord.status,
    decisionExpectedBy: isDecided || caseRecord.deadlineOn === null ? undefined : caseRecord.deadlineOn,
    extendedBecause: isDecided ? undefined : extended?.reason,
    decision: publicDecision(caseRecord, dossier),
    handedTo: publicHandOver(dossier),
    letters: (dossier.letters ?? []).map(({ id, at, letter }) => ({ id, at, subject: letter.subject })),
    questions: (dossier.questions ?? []).map(publicQuestion),
    fee: publicFee(caseRecord.fee),
  };
}

function publicFee(fee: Case['fee']): PublicFee | undefined {
  if (fee === undefined) return undefined;
  const { amountCents, paidCents, dueOn } = fee;
  return { amountCents, paidCents, openCents: openCents(fee), dueOn, state: feeStateOf(fee) };
}

function publicQuestion({ id, text, documents, askedAt, answerBy, end, answers }: Question): PublicQuestion {
  const isWithdrawn = end?.how === 'withdrawn';
  const isAnswered = answers.length > 0 || end?.how === 'closed';
  return {
    id,
    // it may have been another's: what was taken back is shown to nobody any more
    text: isWithdrawn ? '' : text,
    documents: isWithdrawn ? [] : documents,
    askedAt,
    answerBy,
    state: end === null ? 'open' : isWithdrawn ? 'withdrawn' : isAnswered ? 'answered' : 'over',
    answers: answers.map(({ at, files }) => ({ at, files: files.length })),
  };
}

function publicHandOver({ events }: Dossier): CitizenView['handedTo'] {
  const handed = events.find((event) => event.kind === 'handedToBody');
  return handed && { at: handed.at, bodyName: handed.bodyName };
}

function publicDecision(caseRecord: Case, dossier: Dossier): CitizenView['decision'] {
  const decided = dossier.events.find((event) => event.kind === 'decided');
  return caseRecord.decision && decided?.kind === 'decided'
    ? { at: caseRecord.decision.decidedAt, reason: decided.decision.reason }
    : undefined;
}
