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
  const absent = stoodInFor(actor);
  const others = open.filter(({ forId }) => forId !== null && forId !== ownId && !absent.includes(forId));
  return [
    // somebody waits for a call
    { title: text.wish.title, tasks: open.filter(({ wish }) => wish) },
    { title: text.mine, tasks: open.filter(({ forId }) => forId === ownId) },
    ...absent.map((id) => ({
      title: text.inPlaceOf(nameOf(id)),
      tasks: open.filter(({ forId }) => forId === id),
    })),
    { title: text.open, tasks: open.filter(({ forId, wish }) => forId === null && !wish) },
    { title: text.others, tasks: others },
  ];
}

function stoodInFor(actor: Actor): readonly ClerkId[] {
  const absent = actor.kind === 'clerk' ? (actor.deputyFor ?? []) : [];
  return [...new Set(absent.map(({ clerkId }) => clerkId))];
}
