import type { CaseEvent } from '@amtsstube/shared/domain/case';
import type { Task } from '@amtsstube/shared/domain/task';
import { formatLocalDate, type Instant } from '@amtsstube/shared/domain/time';
import { de } from '../../texts/de.ts';
import type { NameOf } from '../../ui/names.ts';

/** What the history shows of one thing that happened. */
export interface HistoryLine {
  readonly key: string;
  readonly at: Instant;
  /** On the desk, where that was another time than on the server. */
  readonly takenAt?: Instant | undefined;
  readonly line: string;
  readonly text: string;
  /** The server hasn't decided it yet. */
  readonly isWaiting: boolean;
}

/**
 * Of all tasks of a case, set and done. They are read off the tasks themselves, which are no events of the case: one that
 * was done and opened again has no line of having been done.
 */
export function taskLines(
  tasks: readonly Task[],
  nameOf: NameOf,
  isWaiting: (task: Task, what: 'addTask' | 'completeTask') => boolean,
): readonly HistoryLine[] {
  const said = de.work.tasks.event;
  return tasks.flatMap((task) => {
    const { id, text, byId, madeAt, dueOn, forId, done } = task;
    const facts = [
      ...(forId === null ? [] : [de.work.tasks.forName(nameOf(forId))]),
      ...(dueOn === null ? [] : [de.work.tasks.due(formatLocalDate(dueOn))]),
    ].join(', ');
    const set = {
      key: `${id}/set`,
      at: madeAt,
      line: said.set(nameOf(byId)),
      text: facts === '' ? text : `${text} (${facts})`,
      isWaiting: isWaiting(task, 'addTask'),
    };
    if (done === null) return [set];
    const line = said.done(nameOf(done.byId));
    return [set, { key: `${id}/done`, at: done.at, line, text, isWaiting: isWaiting(task, 'completeTask') }];
  });
}

/** The events keep the server's order; what happened to tasks stands between them by its time. */
export function withTaskLines(
  events: readonly CaseEvent[],
  lines: readonly HistoryLine[],
): readonly (CaseEvent | HistoryLine)[] {
  const sorted = lines.toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  const merged: (CaseEvent | HistoryLine)[] = [];
  let next = 0;
  for (const event of events) {
    for (let line = sorted[next]; line && line.at < event.at; line = sorted[next]) {
      merged.push(line);
      next += 1;
    }
    merged.push(event);
  }
  return [...merged, ...sorted.slice(next)];
}
