import { ref } from '../../domain/documents.ts';
import { taskId } from '../../domain/ids.ts';
import type { Task } from '../../domain/task.ts';
import { z } from '../../domain/zod.ts';
import { type ApplyContext, defineOperation, type Load } from '../define-operation.ts';
import { accepted, forecastOnly, type Outcome, put, refused } from '../outcome.ts';

const payload = z.strictObject({ taskId });

/** It is done. The first who says so counts; by anybody of the department, since tasks are done by who gets round to them. */
export const completeTask = defineOperation({
  kind: 'completeTask',
  v: 1,
  payload,
  reads: ({ taskId: id }) => [ref('tasks', id)],
  apply: ({ taskId: id }, docs, context) =>
    changeTask(docs, id, context, (before, byId) =>
      before.done ? before : { ...before, done: { byId, at: context.decidedAt } },
    ),
});

/** It isn't done after all. */
export const reopenTask = defineOperation({
  kind: 'reopenTask',
  v: 1,
  payload,
  reads: ({ taskId: id }) => [ref('tasks', id)],
  apply: ({ taskId: id }, docs, context) =>
    changeTask(docs, id, context, (before) => ({ ...before, done: null })),
});

function changeTask(
  docs: Load,
  id: Task['id'],
  { actor }: ApplyContext,
  change: (before: Task, byId: Task['byId']) => Task,
): Outcome {
  const before = docs.get('tasks', id);
  if (before === 'unknown') return forecastOnly();
  if (before === undefined) return refused('noSuchTask');
  if (actor.kind !== 'clerk' || !actor.departmentIds.includes(before.departmentId))
    return refused('notAllowed');
  const after = change(before, actor.clerkId);
  return accepted(after === before ? [] : [put('tasks', after)]);
}
