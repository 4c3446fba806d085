import type { Actor } from '@amtsstube/shared/domain/actor';

/** Leads, and administrators who belong to departments. */
export function mayLead(actor: Actor): boolean {
  return actor.kind === 'clerk' && actor.role !== 'clerk' && actor.departmentIds.length > 0;
}
