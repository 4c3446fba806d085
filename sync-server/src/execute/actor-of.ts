import type { Actor } from '@amtsstube/shared/domain/actor';
import type { Clerk } from '@amtsstube/shared/domain/clerk';

/** The clerk of a session as the log keeps her: with role and departments as they were at the decision (S9). */
export function actorOf({
  id,
  role,
  departmentIds,
  deactivatedAt,
  deputyFor,
}: Pick<Clerk, 'id' | 'role' | 'departmentIds' | 'deactivatedAt' | 'deputyFor'>): Actor {
  const actor = { kind: 'clerk', clerkId: id, departmentIds } as const;
  // what she did at cases before she left counts when her journal arrives; what asks for more than a clerk's right doesn't
  if (deactivatedAt !== undefined) return { ...actor, role: 'clerk' };
  return deputyFor === undefined ? { ...actor, role } : { ...actor, role, deputyFor };
}
