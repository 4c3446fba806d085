import type { CaseId } from '@amtsstube/shared/domain/ids';
import { taskId } from '@amtsstube/shared/domain/ids';
import { instant } from '@amtsstube/shared/domain/time';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import type { Random } from './random.ts';
import type { SimDesk } from './sim-desk.ts';

const tasks = ['task-1', 'task-2', 'task-3', 'task-4'];
const seenAt = instant.parse('2026-11-02T08:00:00.000Z');

/** What belongs to a case beside its application. Few different tasks and pairs, so that clerks meet. */
export async function workBeside(
  random: Random,
  desk: Pick<SimDesk, 'do' | 'rows' | 'shown'>,
  caseId: CaseId,
  shared: SimDesk['rows'],
): Promise<void> {
  const otherId = random.pick(shared.slice(0, 3))?.caseRecord.id ?? caseId;
  const task = taskId.parse(random.pick(tasks) ?? 'task-1');
  // mostly one she sees: what isn't there can be neither done nor opened again
  const seen = random.pick(tasks.filter((id) => desk.shown('tasks', id))) ?? task;
  const { departmentId } = testTown;
  const roll = random.next();
  if (roll < 0.15) {
    const as = random.pick(['paper', 'file', null] as const) ?? null;
    await desk.do('tickDocument', { caseId, documentId: 'proof', label: 'Nachweis', as });
  } else if (roll < 0.3) await desk.do('linkCases', { caseId, otherId, word: `Bezug ${random.id()}` });
  else if (roll < 0.4) await desk.do('unlinkCases', { caseId, otherId });
  else if (roll < 0.5) await desk.do('confirmSamePerson', { caseId, otherId, same: random.chance(0.5) });
  else if (roll < 0.65) {
    const on = random.chance(0.5) ? caseId : null;
    await desk.do('addTask', {
      taskId: task,
      departmentId,
      caseId: on,
      text: 'Bitte anrufen',
      dueOn: null,
      forId: null,
    });
  } else if (roll < 0.75) await desk.do('completeTask', { taskId: taskId.parse(seen) });
  else if (roll < 0.87) await desk.do('reopenTask', { taskId: taskId.parse(seen) });
  else await desk.do('recordViews', { caseId, views: [seenAt] });
}
