import type { Actor } from './actor.ts';
import { assertNever } from './assert-never.ts';
import type { Case } from './case.ts';
import type { Clerk, ClerkRole } from './clerk.ts';
import type { DepartmentId } from './ids.ts';

export type Action =
  | { readonly action: 'configure' }
  | { readonly action: 'submit' }
  | {
      readonly action:
        | 'read'
        | 'note'
        | 'correct'
        | 'removeOthersFile'
        | 'decide'
        | 'approve'
        | 'ask'
        | 'extend'
        | 'takeOver'
        | 'takeFromOther'
        | 'handOver'
        | 'giveBack';
      readonly on: Case;
    };

/**
 * Whether `actor` may do it at all. What the state of a case forbids (already decided, …) is the operation's
 * business, because the person needs another sentence for it.
 */
export function can(actor: Actor, wanted: Action): boolean {
  if (wanted.action === 'configure')
    return actor.kind === 'system' || (actor.kind === 'clerk' && actor.role === 'admin');
  if (wanted.action === 'submit') return actor.kind === 'citizen';
  if (actor.kind !== 'clerk' || !actor.departmentIds.includes(wanted.on.departmentId)) return false;
  const isAssignee = wanted.on.assigneeId === actor.clerkId;
  switch (wanted.action) {
    case 'read':
    case 'note':
    case 'correct':
    case 'takeOver':
      return true;
    case 'takeFromOther':
      return leads(actor.role);
    case 'decide':
      return isAssignee;
    case 'approve':
      // four eyes are two people's
      return wanted.on.proposal?.byId !== actor.clerkId;
    case 'ask':
    case 'extend':
    case 'removeOthersFile':
    case 'handOver':
    case 'giveBack':
      return isAssignee || leads(actor.role);
    default:
      return assertNever(wanted);
  }
}

/** Whether cases of this department can be given to her. */
export function worksIn(clerk: Clerk, department: DepartmentId): boolean {
  return clerk.deactivatedAt === undefined && clerk.departmentIds.includes(department);
}

/** In the departments she belongs to, an admin may what a lead may. */
function leads(role: ClerkRole): boolean {
  return role === 'lead' || role === 'admin';
}
