import type { Actor } from '@amtsstube/shared/domain/actor';
import type { Case } from '@amtsstube/shared/domain/case';
import { represents, standsInFor } from '@amtsstube/shared/domain/permissions';
import type { CaseRow } from '../../data/desk.ts';
import type { DeadlineState } from '../../ui/deadline-state.ts';
import type { InboxView } from '../../ui/place.ts';

/** Who looks, and how pressing a case is on the day she does. The same object for as long as both are the same. */
export interface Looking {
  readonly actor: Actor;
  readonly deadlineState: (caseRecord: Case) => DeadlineState;
}

/** What each view has of a list, while the list is in use. */
const inViews = new WeakMap<readonly CaseRow[], WeakMap<Looking, Map<InboxView, readonly CaseRow[]>>>();

/** Those of a clerk's view. Changing to and fro between views doesn't go through all cases anew. */
export function rowsInView(rows: readonly CaseRow[], view: InboxView, looking: Looking): readonly CaseRow[] {
  if (view === 'all') return rows;
  const ofRows = inViews.get(rows) ?? new WeakMap<Looking, Map<InboxView, readonly CaseRow[]>>();
  inViews.set(rows, ofRows);
  const known = ofRows.get(looking) ?? new Map<InboxView, readonly CaseRow[]>();
  ofRows.set(looking, known);
  const found = known.get(view) ?? rows.filter(({ caseRecord }) => isInView(caseRecord, view, looking));
  known.set(view, found);
  return found;
}

/** Whether a case belongs to a view. The inbox is what nobody has taken yet. */
export function isInView(caseRecord: Case, view: InboxView, { actor, deadlineState }: Looking): boolean {
  switch (view) {
    case 'due':
      return concerns(caseRecord, actor) && (isPressing(deadlineState(caseRecord)) || hasAnswer(caseRecord));
    case 'unassigned':
      return caseRecord.assigneeId === null && caseRecord.status !== 'decided';
    case 'mine':
      return actor.kind === 'clerk' && caseRecord.assigneeId === actor.clerkId;
    case 'deputy':
      return caseRecord.decision === null && represents(actor, caseRecord);
    case 'all':
      return true;
  }
}

/**
 * What she has, what she wanted to see again, both also of those she stands in for, and what nobody has: that would be
 * missed by everybody.
 */
function concerns({ assigneeId, followUp, departmentId }: Case, actor: Actor): boolean {
  if (actor.kind !== 'clerk') return false;
  if (assigneeId === null) return actor.departmentIds.includes(departmentId);
  return [assigneeId, followUp?.byId].some((id) => id === actor.clerkId || standsInFor(actor, id));
}

function isPressing(state: DeadlineState): boolean {
  return state === 'overdue' || state === 'today' || state === 'soon';
}

function hasAnswer({ unreadAnswers = 0 }: Case): boolean {
  return unreadAnswers > 0;
}
