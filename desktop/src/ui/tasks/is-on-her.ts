import type { Actor } from '@amtsstube/shared/domain/actor';
import { standsInFor } from '@amtsstube/shared/domain/permissions';
import type { Task } from '@amtsstube/shared/domain/task';

/**
 * Whether it is on the clerk to do it: it is open, and for her, for somebody she stands in for, or a call that somebody waits for.
 * `actor` as of the day.
 */
export function isOnHer({ forId, done, wish }: Task, actor: Actor): boolean {
  if (done !== null || actor.kind !== 'clerk') return false;
  if (wish?.settled) return true;
  if (forId === null) return false;
  return forId === actor.clerkId || standsInFor(actor, forId);
}
