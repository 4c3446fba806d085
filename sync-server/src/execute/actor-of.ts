import type { Actor } from '@amtsstube/shared/domain/actor';
import type { Clerk } from '@amtsstube/shared/domain/clerk';

/** The clerk of a session as the log keeps her: with role and departments as they were at the decision (S9). */
export function actorOf({
  id,
  role,
  departmentIds,
  deactivatedAt,
}: Pick<Clerk, 'id' | 'role' | 'departmentIds' | 'deactivatedAt'>): Actor {
  // what she did at cases before she left counts when her journal arrives; what asks for more than a clerk's right doesn't
  return { kind: 'clerk', clerkId: id, role: deactivatedAt === undefined ? role : 'clerk', departmentIds };
}
