import type { Actor } from '@amtsstube/shared/domain/actor';
import type { Clerk } from '@amtsstube/shared/domain/clerk';

/** The clerk of a session as the log keeps her: with role and departments as they were at the decision (S9). */
export function actorOf({ id, role, departmentIds }: Pick<Clerk, 'id' | 'role' | 'departmentIds'>): Actor {
  return { kind: 'clerk', clerkId: id, role, departmentIds };
}
