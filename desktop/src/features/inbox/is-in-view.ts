import type { Actor } from '@amtsstube/shared/domain/actor';
import type { Case } from '@amtsstube/shared/domain/case';
import type { InboxView } from '../../ui/place.ts';

/** Whether a case belongs to a view. The inbox is what nobody has taken yet. */
export function isInView(caseRecord: Case, view: InboxView, actor: Actor): boolean {
  switch (view) {
    case 'unassigned':
      return caseRecord.assigneeId === null && caseRecord.status !== 'decided';
    case 'mine':
      return actor.kind === 'clerk' && caseRecord.assigneeId === actor.clerkId;
    case 'all':
      return true;
  }
}
