import type { Actor } from '@amtsstube/shared/domain/actor';
import { clerkId } from '@amtsstube/shared/domain/ids';
import { activeScope } from '@amtsstube/shared/domain/scope';
import { type Task, task } from '@amtsstube/shared/domain/task';
import { localDate } from '@amtsstube/shared/domain/time';
import { annaBerger, berndKrueger, testTown } from '@amtsstube/shared/fixtures/test-town';
import { expect, it } from 'vitest';
import { dueTasks } from './due-tasks.ts';

const today = localDate.parse('2026-11-27');
const away = { clerkId: berndKrueger.id, from: today, until: localDate.parse('2026-11-30') };
const anna: Actor = {
  kind: 'clerk',
  clerkId: annaBerger.id,
  role: 'clerk',
  departmentIds: [testTown.departmentId],
};

function aTask(id: string, given: Partial<Task>): Task {
  return task.parse({
    id,
    scope: activeScope(testTown.departmentId),
    departmentId: testTown.departmentId,
    caseId: null,
    text: 'Anrufen',
    dueOn: today,
    forId: annaBerger.id,
    byId: annaBerger.id,
    madeAt: '2026-11-20T08:00:00.000Z',
    done: null,
    ...given,
  });
}

it('are her own, anybody’s and those of whom she stands in for today, until a week from now', () => {
  const tasks = [
    aTask('own', {}),
    aTask('anybody', { forId: null, dueOn: localDate.parse('2026-12-04') }),
    aTask('bernd', { forId: berndKrueger.id }),
    aTask('later', { dueOn: localDate.parse('2026-12-05') }),
    aTask('someday', { dueOn: null }),
    aTask('clara', { forId: clerkId.parse('clara') }),
    aTask('done', { done: { byId: annaBerger.id, at: '2026-11-26T08:00:00.000Z' as Task['madeAt'] } }),
  ];
  const ids = (actor: Parameters<typeof dueTasks>[1], on = today) =>
    dueTasks(tasks, actor, on).map(({ id }) => id);
  expect(ids(anna)).toEqual(['own', 'anybody']);
  expect(ids({ ...anna, deputyFor: [away] })).toEqual(['own', 'anybody', 'bernd']);
  expect(ids({ ...anna, deputyFor: [away] }, localDate.parse('2026-12-01'))).toEqual([
    'own',
    'anybody',
    'later',
  ]);
  expect(ids({ kind: 'citizen' })).toEqual([]);
});
