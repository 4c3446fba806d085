import type { Actor } from '@amtsstube/shared/domain/actor';
import type { Case } from '@amtsstube/shared/domain/case';
import { represents } from '@amtsstube/shared/domain/permissions';
import type { CaseRow } from '../../data/desk.ts';
import type { InboxView } from '../../ui/place.ts';

/** What each view has of a list, while the list is in use. */
const inViews = new WeakMap<
  readonly CaseRow[],
  { readonly actor: Actor; readonly views: Map<InboxView, readonly CaseRow[]> }
>();

/** Those of a clerk's view. Changing to and fro between views doesn't go through all cases anew. */
export function rowsInView(rows: readonly CaseRow[], view: InboxView, actor: Actor): readonly CaseRow[] {
  if (view === 'all') return rows;
  let known = inViews.get(rows);
  // at midnight it is another: whom she stands in for changes
  if (known?.actor !== actor) {
    known = { actor, views: new Map() };
    inViews.set(rows, known);
  }
  const found = known.views.get(view) ?? rows.filter(({ caseRecord }) => isInView(caseRecord, view, actor));
  known.views.set(view, found);
  return found;
}

/** Whether a case belongs to a view. The inbox is what nobody has taken yet. */
export function isInView(caseRecord: Case, view: InboxView, actor: Actor): boolean {
  switch (view) {
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
