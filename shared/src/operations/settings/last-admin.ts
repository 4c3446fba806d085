import type { Clerk } from '../../domain/clerk.ts';
import type { ClerkId } from '../../domain/ids.ts';
import type { Load } from '../define-operation.ts';

/** Whether nobody could administer the municipality any more without this one. `false` where nobody can tell. */
export function isLastAdmin(id: ClerkId, docs: Load): boolean {
  const clerks = docs.all('clerks');
  if (clerks === 'unknown') return false;
  const admins = clerks.filter(isActiveAdmin);
  return admins.length === 1 && admins[0]?.id === id;
}

export function isActiveAdmin({ role, deactivatedAt }: Pick<Clerk, 'role' | 'deactivatedAt'>): boolean {
  return role === 'admin' && deactivatedAt === undefined;
}
