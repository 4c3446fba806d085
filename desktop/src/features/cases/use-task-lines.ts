import type { CaseId } from '@amtsstube/shared/domain/ids';
import type { OutboxEntry } from '../../data/desk.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { useNameOf } from '../../ui/names.ts';
import { useTasks } from '../../ui/tasks/use-tasks.ts';
import { useObservable } from '../../ui/use-observable.ts';
import { type HistoryLine, taskLines } from './task-lines.ts';

const none: readonly OutboxEntry[] = [];

/** What happened to the tasks of this case, and of it what waits for the server. */
export function useTaskLines(caseId: CaseId): readonly HistoryLine[] {
  const { desk } = useDesk();
  const nameOf = useNameOf();
  const tasks = useTasks();
  const outbox = useObservable(desk.outbox$, none);
  const waiting = new Set(
    outbox.flatMap(({ operation: { kind, payload } }) => {
      const { taskId } = payload as { readonly taskId?: unknown };
      return taskId === undefined ? [] : [`${kind}/${taskId}`];
    }),
  );
  const ofCase = tasks.filter((task) => task.caseId === caseId);
  return taskLines(ofCase, nameOf, ({ id }, what) => waiting.has(`${what}/${id}`));
}
