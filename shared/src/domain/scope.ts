import type { DepartmentId } from './ids.ts';
import { z } from './zod.ts';

/**
 * Who may replicate a document is decided by its scope alone, never by a filter inside a page of results.
 * `all`: everybody of the municipality; `department/active`: the department's running work.
 */
export const scope = z.string().regex(/^(all|[A-Za-z0-9._~-]+\/active)$/);
export type Scope = z.infer<typeof scope>;

export const scopeForAll: Scope = 'all';

export function activeScope(department: DepartmentId): Scope {
  return `${department}/active`;
}

/** The scopes a clerk's desk replicates, sorted, so that two equal sets compare as equal text. */
export function visibleScopes(clerk: { readonly departmentIds: readonly DepartmentId[] }): readonly Scope[] {
  return [scopeForAll, ...clerk.departmentIds.map(activeScope).toSorted()];
}
