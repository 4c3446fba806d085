import type { Actor } from '@amtsstube/shared/domain/actor';
import type { ClerkId } from '@amtsstube/shared/domain/ids';
import type { Task } from '@amtsstube/shared/domain/task';
import { de } from '../../texts/de.ts';
import type { NameOf } from '../../ui/names.ts';

export interface TaskGroup {
  readonly title: string;
  readonly tasks: readonly Task[];
}

/** Open tasks by whose they are: the clerk's own first, then those of each colleague she stands in for today. */
export function openTaskGroups(tasks: readonly Task[], actor: Actor, nameOf: NameOf): readonly TaskGroup[] {
  const text = de.work.tasks;
  const open = tasks.filter(({ done }) => done === null);
  const ownId = actor.kind === 'clerk' ? actor.clerkId : undefined;
  const absent = standsInFor(actor);
  const others = open.filter(({ forId }) => forId !== null && forId !== ownId && !absent.includes(forId));
  return [
    { title: text.mine, tasks: open.filter(({ forId }) => forId === ownId) },
    ...absent.map((id) => ({
      title: text.inPlaceOf(nameOf(id)),
      tasks: open.filter(({ forId }) => forId === id),
    })),
    { title: text.open, tasks: open.filter(({ forId }) => forId === null) },
    { title: text.others, tasks: others },
  ];
}

/** Whether it is on the clerk to do it: it is for her, or for somebody she stands in for today. */
export function isOnHer({ forId, done }: Task, actor: Actor): boolean {
  if (done !== null || forId === null || actor.kind !== 'clerk') return false;
  return forId === actor.clerkId || standsInFor(actor).includes(forId);
}

function standsInFor(actor: Actor): readonly ClerkId[] {
  const absent = actor.kind === 'clerk' ? (actor.deputyFor ?? []) : [];
  return [...new Set(absent.map(({ clerkId }) => clerkId))];
}
