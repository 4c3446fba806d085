import type { Case } from '@amtsstube/shared/domain/case';

/** A case's state in one word; a decided one says how. */
export type CaseStatusShown = 'received' | 'inProgress' | 'waiting' | 'approved' | 'rejected';

export function shownStatus(caseRecord: Pick<Case, 'status' | 'decision'>): CaseStatusShown {
  if (caseRecord.decision !== null) return caseRecord.decision.kind;
  return caseRecord.status === 'decided' ? 'inProgress' : caseRecord.status;
}
