import type { Task } from '@amtsstube/shared/domain/task';
import { useMemo } from 'react';
import { useDesk } from '../desk-context.tsx';
import { useReplayed } from '../use-replayed.ts';

const none: readonly Task[] = [];

/** All tasks of the clerk's departments, the open ones first, those that are due soonest at the top. */
export function useTasks(): readonly Task[] {
  const { desk } = useDesk();
  const tasks = useReplayed(
    useMemo(() => desk.watchAll('tasks'), [desk]),
    none,
  );
  return useMemo(() => tasks.toSorted(byUrgency), [tasks]);
}

/** Open before done; then by the day, those without one last; then in the order they were set. */
export function byUrgency(one: Task, other: Task): number {
  if ((one.done === null) !== (other.done === null)) return one.done === null ? -1 : 1;
  if (one.done && other.done) return one.done.at < other.done.at ? 1 : -1;
  const [first, second] = [one.dueOn ?? '9999', other.dueOn ?? '9999'];
  if (first !== second) return first < second ? -1 : 1;
  return one.madeAt < other.madeAt ? -1 : 1;
}
