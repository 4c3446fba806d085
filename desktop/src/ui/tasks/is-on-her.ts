import type { Actor } from '@amtsstube/shared/domain/actor';
import { standsInFor } from '@amtsstube/shared/domain/permissions';
import type { Task } from '@amtsstube/shared/domain/task';

/** Whether it is on the clerk to do it: it is open, and for her or for somebody she stands in for. `actor` as of the day. */
export function isOnHer({ forId, done }: Task, actor: Actor): boolean {
  if (done !== null || forId === null || actor.kind !== 'clerk') return false;
  return forId === actor.clerkId || standsInFor(actor, forId);
}
