import type { Case } from '@amtsstube/shared/domain/case';
import type { DecisionKind } from '@amtsstube/shared/domain/decision';
import { unreadIn } from '@amtsstube/shared/domain/newer-document';

/** A case's state in one word; a decided one says how. `unknown`: a newer program set it, and this one can't read it. */
export type CaseStatusShown =
  | 'received'
  | 'inProgress'
  | 'waiting'
  | 'awaitingApproval'
  | DecisionKind
  | 'handedOver'
  | 'unknown';

export function shownStatus(caseRecord: Pick<Case, 'status' | 'decision' | 'proposal'>): CaseStatusShown {
  if (unreadIn(caseRecord).some((field) => field === 'status' || field === 'decision')) return 'unknown';
  if (caseRecord.decision !== null) return caseRecord.decision.kind;
  if (caseRecord.proposal) return 'awaitingApproval';
  return caseRecord.status === 'decided' ? 'inProgress' : caseRecord.status;
}
