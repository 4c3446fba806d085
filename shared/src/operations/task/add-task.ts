import type { Annex } from '../../domain/annex.ts';
import { ref } from '../../domain/documents.ts';
import { departmentId, taskId } from '../../domain/ids.ts';
import { worksIn } from '../../domain/permissions.ts';
import { activeScope } from '../../domain/scope.ts';
import { type Task, task } from '../../domain/task.ts';
import { z } from '../../domain/zod.ts';
import { annexOf } from '../case/load-annex.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, forecastOnly, put, refused } from '../outcome.ts';

const { caseId, dueOn, forId } = task.shape;

/** Something to be done, in one of her departments: on a case of it, or by itself. */
export const addTask = defineOperation({
  kind: 'addTask',
  v: 1,
  payload: z.strictObject({
    taskId,
    /** Where there is no case; one of a case is the case's. */
    departmentId,
    caseId,
    text: z.string().max(500),
    dueOn,
    forId,
  }),
  reads: (payload) => [
    ref('tasks', payload.taskId),
    ...(payload.caseId === null ? [] : [ref('cases', payload.caseId), ref('annexes', payload.caseId)]),
    ...(payload.forId === null ? [] : [ref('clerks', payload.forId)]),
  ],
  apply: ({ taskId: id, departmentId: own, ...given }, docs, { actor, decidedAt: madeAt }) => {
    const present = docs.get('tasks', id);
    const on = given.caseId === null ? null : docs.get('cases', given.caseId);
    const person = given.forId === null ? null : docs.get('clerks', given.forId);
    if (on === 'unknown' || person === 'unknown') return forecastOnly();
    if (on === undefined) return refused('noSuchCase');
    const department = on?.departmentId ?? own;
    if (actor.kind !== 'clerk' || !actor.departmentIds.includes(department)) return refused('notAllowed');
    if (present !== undefined && present !== 'unknown') return refused('alreadyExists');
    if (person === undefined || (person && !worksIn(person, department))) return refused('noSuchClerk');
    const text = given.text.trim();
    if (text === '') return refused('textRequired');
    return accepted([
      put('tasks', {
        ...given,
        id,
        scope: activeScope(department),
        departmentId: department,
        text,
        byId: actor.clerkId,
        madeAt,
        done: null,
      }),
      ...(on ? [put('annexes', withTask(annexOf(docs, on), id))] : []),
    ]);
  },
});

function withTask(annex: Annex, id: Task['id']): Annex {
  return { ...annex, tasks: [...(annex.tasks ?? []), id] };
}
