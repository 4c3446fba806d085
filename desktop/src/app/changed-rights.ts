import { filter, map, type Observable, take } from 'rxjs';
import type { Desk } from '../data/desk.ts';
import type { SignedInClerk } from '../vault/device-file.ts';

/**
 * Emits once, when the server's document of this clerk has another name, role, departments or colleagues to stand in for than the desk was opened
 * with. Her own open operation on it doesn't count: rights are what the server has decided.
 */
export function changedRights(desk: Pick<Desk, 'watch'>, who: SignedInClerk): Observable<SignedInClerk> {
  return desk.watch('clerks', who.clerk.id).pipe(
    filter((shown) => shown !== undefined),
    filter(({ document, waiting }) => waiting.length === 0 && document.deactivatedAt === undefined),
    map(({ document: { id, name, role, departmentIds, deputyFor } }) => ({
      ...who,
      clerk: { id, name, role, departmentIds, ...(deputyFor ? { deputyFor } : {}) },
    })),
    filter((now) => asText(now) !== asText(who)),
    take(1),
  );
}

function asText({ clerk }: SignedInClerk): string {
  return JSON.stringify([clerk.name, clerk.role, clerk.departmentIds, clerk.deputyFor ?? []]);
}
