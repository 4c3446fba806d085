import { actorOn } from '@amtsstube/shared/domain/absence';
import type { Actor } from '@amtsstube/shared/domain/actor';
import type { Task } from '@amtsstube/shared/domain/task';
import { addDays, type LocalDate } from '@amtsstube/shared/domain/time';
import { isOnHer } from './is-on-her.ts';

/** As far ahead as the list of due cases looks. */
const daysAhead = 7;

/** Open tasks that are the clerk's to do (her own, those of whom she stands in for, anybody's) and due within a week. */
export function dueTasks(tasks: readonly Task[], actor: Actor, today: LocalDate): readonly Task[] {
  if (actor.kind !== 'clerk') return [];
  const present = actorOn(actor, today);
  const until = addDays(today, daysAhead);
  return tasks.filter(
    (task) =>
      task.dueOn !== null &&
      task.dueOn <= until &&
      (isOnHer(task, present) || (task.forId === null && task.done === null)),
  );
}
