import type { Case } from '@amtsstube/shared/domain/case';
import type { DecisionKind } from '@amtsstube/shared/domain/decision';

/** A case's state in one word; a decided one says how. */
export type CaseStatusShown = 'received' | 'inProgress' | 'waiting' | 'awaitingApproval' | DecisionKind;

export function shownStatus(caseRecord: Pick<Case, 'status' | 'decision' | 'proposal'>): CaseStatusShown {
  if (caseRecord.decision !== null) return caseRecord.decision.kind;
  if (caseRecord.proposal) return 'awaitingApproval';
  return caseRecord.status === 'decided' ? 'inProgress' : caseRecord.status;
}
