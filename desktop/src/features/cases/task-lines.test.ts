import { caseEvent } from '@amtsstube/shared/domain/case';
import { task } from '@amtsstube/shared/domain/task';
import { describe, expect, it } from 'vitest';
import { taskLines, withTaskLines } from './task-lines.ts';

const at = (hour: number) => `2026-11-23T${String(hour).padStart(2, '0')}:00:00.000Z`;
const events = [8, 10, 12].map((hour) =>
  caseEvent.parse({ kind: 'note', opId: `note-${hour}`, at: at(hour), byId: 'anna', text: String(hour) }),
);
const called = task.parse({
  id: 'task-1',
  scope: 'buergerservice/active',
  departmentId: 'buergerservice',
  caseId: 'case-1',
  text: 'Anrufen',
  dueOn: '2026-11-30',
  forId: 'bernd',
  byId: 'anna',
  madeAt: at(9),
  done: { byId: 'bernd', at: at(13) },
});
const nameOf = (id: string) => id.toUpperCase();
const isSetWaiting = (_: unknown, what: string) => what === 'addTask';

describe('tasks in the history of their case', () => {
  it('stand where they belong by their time, and the events keep their order', () => {
    const shown = withTaskLines(events, taskLines([called], nameOf, isSetWaiting));
    expect(shown.map((each) => ('key' in each ? each.key : each.opId))).toEqual([
      'note-8',
      'task-1/set',
      'note-10',
      'note-12',
      'task-1/done',
    ]);
  });

  it('say who set them, for whom and until when, and who did them', () => {
    expect(taskLines([called], nameOf, isSetWaiting).map(({ line, text }) => `${line}: ${text}`)).toEqual([
      'ANNA hat eine Aufgabe gestellt: Anrufen (für BERND, bis 30.11.2026)',
      'BERND hat eine Aufgabe erledigt: Anrufen',
    ]);
    expect(taskLines([called], nameOf, isSetWaiting).map(({ isWaiting }) => isWaiting)).toEqual([
      true,
      false,
    ]);
    expect(taskLines([{ ...called, done: null }], nameOf, isSetWaiting)).toHaveLength(1);
  });
});
