import type { Actor } from '@amtsstube/shared/domain/actor';
import type { Attachment, Case } from '@amtsstube/shared/domain/case';
import type { ClerkId } from '@amtsstube/shared/domain/ids';
import { unreadIn } from '@amtsstube/shared/domain/newer-document';
import { can } from '@amtsstube/shared/domain/permissions';

export const caseActions = [
  'takeOver',
  'handOver',
  'giveBack',
  'note',
  'decide',
  'ask',
  'extend',
  'charge',
  'bookPayment',
] as const;
export type CaseAction = (typeof caseActions)[number];

/** Why a button is off, with what its sentence needs. */
export type Impossible =
  | {
      readonly because:
        | 'otherDepartment'
        | 'decided'
        | 'awaitingApproval'
        | 'alreadyYours'
        | 'takeOverFirst'
        | 'inInbox'
        | 'handedOver'
        | 'newerProgram';
    }
  | { readonly because: 'withOther' | 'notYours'; readonly assigneeId: ClerkId };

/**
 * Why `actor` can't do it to this case now, or undefined. Never offers what the operation would refuse (tested against
 * it); of the leads' rights it leaves out only giving back what nobody has.
 */
export function whyImpossible(actor: Actor, action: CaseAction, caseRecord: Case): Impossible | undefined {
  if (actor.kind !== 'clerk' || !can(actor, { action: 'read', on: caseRecord }))
    return { because: 'otherDepartment' };
  if (unreadIn(caseRecord).length > 0) return { because: 'newerProgram' };
  if (action === 'note' || action === 'bookPayment')
    return can(actor, { action, on: caseRecord }) ? undefined : { because: 'otherDepartment' };
  // a fee outlives the decision
  if (action === 'charge' && caseRecord.decision !== null && !can(actor, { action, on: caseRecord })) {
    const { assigneeId } = caseRecord;
    return assigneeId === null ? { because: 'decided' } : { because: 'notYours', assigneeId };
  }
  if (action === 'charge' && caseRecord.decision !== null) return undefined;
  if (caseRecord.decision !== null)
    return { because: caseRecord.decision.kind === 'handedOver' ? 'handedOver' : 'decided' };
  if (action === 'decide' && caseRecord.proposal) return { because: 'awaitingApproval' };
  const { assigneeId } = caseRecord;
  if (action === 'takeOver') {
    if (assigneeId === null) return undefined;
    if (assigneeId === actor.clerkId) return { because: 'alreadyYours' };
    return can(actor, { action: 'takeFromOther', on: caseRecord })
      ? undefined
      : { because: 'withOther', assigneeId };
  }
  if (action === 'giveBack' && assigneeId === null) return { because: 'inInbox' };
  if (can(actor, { action, on: caseRecord })) return undefined;
  return assigneeId === null ||
    action === 'decide' ||
    action === 'ask' ||
    action === 'extend' ||
    action === 'charge'
    ? takeFirst(actor, caseRecord)
    : { because: 'notYours', assigneeId };
}

/** Whether she may say what an answer of the application should read. */
export function canCorrect(actor: Actor, caseRecord: Case): boolean {
  return unreadIn(caseRecord).length === 0 && can(actor, { action: 'correct', on: caseRecord });
}

/** Whether she may take this file away from the case: her own, and of her case or as a lead each. */
export function canRemove(actor: Actor, { addedBy }: Attachment, caseRecord: Case): boolean {
  if (unreadIn(caseRecord).length > 0) return false;
  if (actor.kind !== 'clerk' || !can(actor, { action: 'note', on: caseRecord })) return false;
  // what a citizen sent stays
  if (addedBy === null) return false;
  return addedBy === actor.clerkId || can(actor, { action: 'removeOthersFile', on: caseRecord });
}

/** "Take it over first" only to those who may. */
function takeFirst(actor: Actor, caseRecord: Case): Impossible {
  const { assigneeId } = caseRecord;
  const mayTake = assigneeId === null || can(actor, { action: 'takeFromOther', on: caseRecord });
  return mayTake ? { because: 'takeOverFirst' } : { because: 'notYours', assigneeId };
}
