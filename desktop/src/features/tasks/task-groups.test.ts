import { clerk } from '@amtsstube/shared/domain/clerk';
import { task } from '@amtsstube/shared/domain/task';
import { actorFrom } from '@amtsstube/shared/fixtures/test-office';
import { annaBerger, berndKrueger, claraLindner, testTown } from '@amtsstube/shared/fixtures/test-town';
import { expect, it } from 'vitest';
import { isOnHer } from '../../ui/tasks/is-on-her.ts';
import { openTaskGroups } from './task-groups.ts';

const taskFor = (id: string, forId: string | null) =>
  task.parse({
    id,
    scope: `${testTown.departmentId}/active`,
    departmentId: testTown.departmentId,
    caseId: null,
    text: id,
    dueOn: null,
    forId,
    byId: annaBerger.id,
    madeAt: '2026-11-23T09:00:00.000Z',
    done: null,
  });

it('tasks of an absent colleague stand with her deputy’s own, not among those of others', () => {
  const deputy = actorFrom(
    clerk.parse({
      ...annaBerger,
      deputyFor: [{ clerkId: berndKrueger.id, from: '2026-11-23', until: '2026-11-27' }],
    }),
  );
  const tasks = [
    taskFor('hers', annaBerger.id),
    taskFor('absent', berndKrueger.id),
    taskFor('anybody', null),
    taskFor('others', claraLindner.id),
  ];
  const shown = openTaskGroups(tasks, deputy, (id) => (id === berndKrueger.id ? 'Bernd Krüger' : ''));
  expect(shown.map((group) => [group.title, ...group.tasks.map(({ id }) => id)])).toEqual([
    ['Bitte anrufen: Terminwünsche'],
    ['Meine Aufgaben', 'hers'],
    ['In Vertretung für Bernd Krüger', 'absent'],
    ['Für alle im Fachbereich', 'anybody'],
    ['Für andere', 'others'],
  ]);
  expect(tasks.filter((each) => isOnHer(each, deputy)).map(({ id }) => id)).toEqual(['hers', 'absent']);
});
