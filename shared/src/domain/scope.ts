import type { ClerkRole } from './clerk-role.ts';
import type { DepartmentId } from './ids.ts';
import { z } from './zod.ts';

/**
 * Who may replicate a document is decided by its scope alone, never by a filter inside a page of results.
 * `all`: everybody of the municipality; `department/active`: the department's running work; `department/lead`:
 * what of it its leads alone see; `department/rest`: dossiers of cases closed long ago (`shelveCase`), which everybody of
 * the department may see, and fetches one by one.
 */
export const scope = z.string().regex(/^(all|[A-Za-z0-9._~-]+\/(active|lead|rest))$/);
export type Scope = z.infer<typeof scope>;

export const scopeForAll: Scope = 'all';

export function activeScope(department: DepartmentId): Scope {
  return `${department}/active`;
}

export function leadScope(department: DepartmentId): Scope {
  return `${department}/lead`;
}

export function restScope(department: DepartmentId): Scope {
  return `${department}/rest`;
}

interface Rights {
  readonly departmentIds: readonly DepartmentId[];
  readonly role: ClerkRole;
}

/** The scopes a clerk's desk replicates, sorted, so that two equal sets compare as equal text. */
export function visibleScopes({ departmentIds, role }: Rights): readonly Scope[] {
  const ofDepartments = departmentIds.flatMap((id) =>
    role === 'clerk' ? [activeScope(id)] : [activeScope(id), leadScope(id)],
  );
  return [scopeForAll, ...ofDepartments.toSorted()];
}

/** What a clerk may see when she asks for a single document: what her desk replicates, and what rests. */
export function readableScopes(rights: Rights): readonly Scope[] {
  return [...visibleScopes(rights), ...rights.departmentIds.map(restScope)];
}
