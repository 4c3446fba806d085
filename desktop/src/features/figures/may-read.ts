import type { Actor } from '@amtsstube/shared/domain/actor';

/** How long work takes is a lead's to know; the figures name nobody, and count what her desk has anyway. */
export function mayRead(actor: Actor): boolean {
  return actor.kind === 'clerk' && actor.role !== 'clerk';
}
