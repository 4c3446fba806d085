import type { Actor } from './actor.ts';
import { assertNever } from './assert-never.ts';
import type { Case } from './case.ts';
import type { Clerk, ClerkRole } from './clerk.ts';
import type { ClerkId, DepartmentId } from './ids.ts';

export type Action =
  | { readonly action: 'configure' }
  | { readonly action: 'submit' }
  | { readonly action: 'setAbsence'; readonly of: Pick<Clerk, 'id' | 'departmentIds'> }
  | { readonly action: 'enter'; readonly in: DepartmentId }
  /** Of a counter in this department: its appointments, times it is shut, when it receives people. */
  | {
      readonly action: 'book' | 'changeAppointment' | 'blockTime' | 'arrangeCounter';
      readonly in: DepartmentId;
    }
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
        | 'charge'
        | 'bookPayment'
        | 'takeOver'
        | 'takeFromOther'
        | 'handOver'
        | 'giveBack';
      readonly on: Case;
    };

/**
 * Whether `actor` (as of the day, `actorOn`) may do it at all. Who stands in for an absent colleague may what she may. What the state of a case forbids (already decided, …) is the operation's
 * business, because the person needs another sentence for it.
 */
export function can(actor: Actor, wanted: Action): boolean {
  if (wanted.action === 'configure')
    return actor.kind === 'system' || (actor.kind === 'clerk' && actor.role === 'admin');
  if (wanted.action === 'submit') return actor.kind === 'citizen';
  // through the link of her appointment, which the server has checked
  if (wanted.action === 'changeAppointment' && actor.kind === 'citizen') return true;
  if (wanted.action === 'arrangeCounter' && can(actor, { action: 'configure' })) return true;
  if (actor.kind !== 'clerk') return false;
  if (wanted.action === 'setAbsence') return maySetAbsence(actor, wanted.of);
  if ('in' in wanted) return mayWorkIn(actor, wanted);
  if (!actor.departmentIds.includes(wanted.on.departmentId)) return false;
  const stoodInFor = represents(actor, wanted.on);
  const isAssignee = wanted.on.assigneeId === actor.clerkId || stoodInFor;
  switch (wanted.action) {
    case 'read':
    case 'note':
    case 'correct':
    case 'takeOver':
    case 'bookPayment':
      return true;
    case 'takeFromOther':
      return leads(actor.role) || stoodInFor;
    case 'decide':
      return isAssignee;
    case 'approve':
      // four eyes are two people's
      return wanted.on.proposal?.byId !== actor.clerkId;
    case 'ask':
    case 'extend':
    case 'charge':
    case 'removeOthersFile':
    case 'handOver':
    case 'giveBack':
      return isAssignee || leads(actor.role);
    default:
      return assertNever(wanted);
  }
}

/** Whether she stands in for the clerk who has it. `actor` as of the day. */
export function represents(
  actor: Actor,
  { assigneeId, departmentId }: Pick<Case, 'assigneeId' | 'departmentId'>,
): boolean {
  if (actor.kind !== 'clerk' || !actor.departmentIds.includes(departmentId)) return false;
  return standsInFor(actor, assigneeId);
}

/** Whether she stands in for this clerk. `actor` as of the day. */
export function standsInFor(actor: Actor, id: ClerkId | null | undefined): boolean {
  if (actor.kind !== 'clerk') return false;
  return actor.deputyFor?.some(({ clerkId }) => clerkId === id) ?? false;
}

function mayWorkIn(
  { role, departmentIds }: Extract<Actor, { kind: 'clerk' }>,
  wanted: Extract<Action, { readonly in: DepartmentId }>,
): boolean {
  const isHers = departmentIds.includes(wanted.in);
  if (wanted.action === 'arrangeCounter') return role === 'lead' && isHers;
  return isHers || (wanted.action === 'blockTime' && role === 'admin');
}

function maySetAbsence(
  { clerkId, role, departmentIds }: Extract<Actor, { kind: 'clerk' }>,
  of: Pick<Clerk, 'id' | 'departmentIds'>,
): boolean {
  if (clerkId === of.id || role === 'admin') return true;
  return role === 'lead' && of.departmentIds.some((id) => departmentIds.includes(id));
}

/** Whether cases of this department can be given to her. */
export function worksIn(clerk: Clerk, department: DepartmentId): boolean {
  return clerk.deactivatedAt === undefined && clerk.departmentIds.includes(department);
}

/** In the departments she belongs to, an admin may what a lead may. */
function leads(role: ClerkRole): boolean {
  return role === 'lead' || role === 'admin';
}
