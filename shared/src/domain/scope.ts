import type { ClerkRole } from './clerk-role.ts';
import type { DepartmentId } from './ids.ts';
import { z } from './zod.ts';

/**
 * Who may replicate a document is decided by its scope alone, never by a filter inside a page of results.
 * `all`: everybody of the municipality; `department/active`: the department's running work; `department/lead`:
 * what of it its leads alone see.
 */
export const scope = z.string().regex(/^(all|[A-Za-z0-9._~-]+\/(active|lead))$/);
export type Scope = z.infer<typeof scope>;

export const scopeForAll: Scope = 'all';

export function activeScope(department: DepartmentId): Scope {
  return `${department}/active`;
}

export function leadScope(department: DepartmentId): Scope {
  return `${department}/lead`;
}

/** The scopes a clerk's desk replicates, sorted, so that two equal sets compare as equal text. */
export function visibleScopes({
  departmentIds,
  role,
}: {
  readonly departmentIds: readonly DepartmentId[];
  readonly role: ClerkRole;
}): readonly Scope[] {
  const ofDepartments = departmentIds.flatMap((id) =>
    role === 'clerk' ? [activeScope(id)] : [activeScope(id), leadScope(id)],
  );
  return [scopeForAll, ...ofDepartments.toSorted()];
}
