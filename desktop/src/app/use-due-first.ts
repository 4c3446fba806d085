import { localDate } from '@amtsstube/shared/domain/time';
import { useEffect, useRef, useState } from 'react';
import { useCaseCounts } from '../features/inbox/use-case-list.ts';
import { useDesk } from '../ui/desk-context.tsx';
import { hrefOf } from '../ui/place.ts';
import { dueTasks } from '../ui/tasks/due-tasks.ts';
import { useTasks } from '../ui/tasks/use-tasks.ts';
import { useObservable } from '../ui/use-observable.ts';
import { useToday } from '../ui/use-today.ts';
import type { LastPlace } from './last-place.ts';

const key = 'due.shownOn';
const signsOfLife = ['keydown', 'pointerdown', 'touchstart'] as const;

/**
 * Each day begins with what is due: the first time a clerk opens her desk on a day, and something is, that list is what
 * she sees. Not where an address says where to, and not under her hands: once she does something she stays where she is.
 */
export function useDueFirst(lastPlace: LastPlace | undefined): void {
  const { desk, kept } = useDesk();
  const today = useToday();
  const counts = useCaseCounts();
  const tasks = useTasks();
  const due = counts && counts.due + dueTasks(tasks, desk.actor, today).length;
  const isUpToDate = useObservable(desk.health$, undefined)?.verifiedEqualAt !== undefined;
  const [begin] = useState(() => location.hash);
  const isOver = useRef(begin !== '' && begin !== lastPlace?.href);

  useEffect(() => {
    const stop = () => {
      isOver.current = true;
    };
    for (const name of signsOfLife) addEventListener(name, stop, { passive: true, capture: true });
    return () => {
      for (const name of signsOfLife) removeEventListener(name, stop, { capture: true });
    };
  }, []);

  useEffect(() => {
    if (isOver.current || due === undefined) return;
    // nothing is due as far as this desk knows: with all there is here, that is the answer
    if (due === 0 && !isUpToDate) return;
    isOver.current = true;
    if (due === 0) return;
    if (localDate.safeParse(kept.read(key)).data === today) return;
    kept.write(key, today);
    // no step of hers: "back" must not lead to where she never was
    location.replace(hrefOf({ screen: 'inbox', view: 'due' }));
  }, [due, isUpToDate, kept, today]);
}
