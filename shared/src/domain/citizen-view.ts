import type { Case, Dossier } from './case.ts';
import type { DecisionKind } from './decision.ts';
import type { OpId } from './ids.ts';
import type { Instant, LocalDate } from './time.ts';

export type PublicStatus = 'received' | 'inProgress' | DecisionKind | 'handedOver';

/** What leaves the house. Listed, not subtracted: an internal field can't leak by being new. */
export interface CitizenView {
  readonly fileReference: string;
  readonly submittedAt: Instant;
  readonly status: PublicStatus;
  /** Of an open application whose service promises one. */
  readonly decisionExpectedBy: LocalDate | undefined;
  readonly decision: { readonly at: Instant; readonly reason: string } | undefined;
  /** Who decides it now, and since when. What the office wrote to them is between the two. */
  readonly handedTo: { readonly at: Instant; readonly bodyName: string } | undefined;
  /** To be had as PDF, in the order they were written. */
  readonly letters: readonly { readonly id: OpId; readonly at: Instant; readonly subject: string }[];
}

export function citizenView(caseRecord: Case, dossier: Dossier): CitizenView {
  return {
    fileReference: caseRecord.fileReference,
    submittedAt: caseRecord.submittedAt,
    status: caseRecord.status === 'decided' ? (caseRecord.decision?.kind ?? 'inProgress') : caseRecord.status,
    decisionExpectedBy:
      caseRecord.status === 'decided' || caseRecord.deadlineOn === null ? undefined : caseRecord.deadlineOn,
    decision: publicDecision(caseRecord, dossier),
    handedTo: publicHandOver(dossier),
    letters: (dossier.letters ?? []).map(({ id, at, letter }) => ({ id, at, subject: letter.subject })),
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
