import type { Annex } from '../../domain/annex.ts';
import { caseViewsIds } from '../../domain/case-views.ts';
import type { Clerk } from '../../domain/clerk.ts';
import { type Ref, ref } from '../../domain/documents.ts';
import type { CaseId, DepartmentId } from '../../domain/ids.ts';
import { worksIn } from '../../domain/permissions.ts';
import { activeScope, leadScope } from '../../domain/scope.ts';
import type { Task } from '../../domain/task.ts';
import type { Instant } from '../../domain/time.ts';
import type { Load } from '../define-operation.ts';
import { type Change, put } from '../outcome.ts';

type Get = Load['get'];

/** What lies beside a case, and the clerks its tasks are for. Its case and annex are named before. */
export function besideRefs(id: CaseId, get: Get, decidedAt: Instant): readonly Ref[] {
  const meant = tasksOf(id, get).map(({ forId }) => forId);
  return [
    ...(annexIn(id, get)?.tasks ?? []).map((task) => ref('tasks', task)),
    ...viewsIdsOf(id, get, decidedAt).map((month) => ref('views', month)),
    ...[...new Set(meant)].filter((clerk) => clerk !== null).map((clerk) => ref('clerks', clerk)),
  ];
}

/** Moved to another department. A task for somebody who doesn't work there is whoever's gets round to it. */
export function movedBeside(
  id: CaseId,
  departmentId: DepartmentId,
  { get }: Load,
  decidedAt: Instant,
): readonly Change[] {
  const annex = annexIn(id, get);
  const scope = activeScope(departmentId);
  const worksThere = (clerk: Clerk | undefined | 'unknown') =>
    clerk === 'unknown' || (clerk !== undefined && worksIn(clerk, departmentId));
  return [
    // most cases have none
    ...(annex ? [put('annexes', { ...annex, scope })] : []),
    ...tasksOf(id, get).map((task) => {
      const isForSomebody = task.forId !== null && worksThere(get('clerks', task.forId));
      return put('tasks', { ...task, scope, departmentId, forId: isForSomebody ? task.forId : null });
    }),
    ...viewsIdsOf(id, get, decidedAt).flatMap((month) => {
      const views = get('views', month);
      return views === undefined || views === 'unknown'
        ? []
        : [put('views', { ...views, scope: leadScope(departmentId) })];
    }),
  ];
}

function annexIn(id: CaseId, get: Get): Annex | undefined {
  const annex = get('annexes', id);
  return annex === 'unknown' ? undefined : annex;
}

function tasksOf(id: CaseId, get: Get): readonly Task[] {
  return (annexIn(id, get)?.tasks ?? []).flatMap((task) => {
    const found = get('tasks', task);
    return found === undefined || found === 'unknown' ? [] : [found];
  });
}

function viewsIdsOf(id: CaseId, get: Get, decidedAt: Instant): readonly string[] {
  const caseRecord = get('cases', id);
  return caseRecord === undefined || caseRecord === 'unknown'
    ? []
    : caseViewsIds(id, caseRecord.submittedAt, decidedAt);
}
