import TaskAlt from '@mui/icons-material/TaskAlt';
import { useMemo } from 'react';
import { de } from '../../texts/de.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { NavLink } from '../../ui/nav-link.tsx';
import { hrefOf, type Place } from '../../ui/place.ts';
import { isOnHer } from '../../ui/tasks/is-on-her.ts';
import { useTasks } from '../../ui/tasks/use-tasks.ts';
import { useToday } from '../../ui/use-today.ts';

/** In the navigation, with how many open tasks are the clerk's own or of whom she stands in for; urgent once one of them is due. */
export function TasksLink({ place }: { readonly place: Place }) {
  const { actor } = useDesk().desk;
  const tasks = useTasks();
  const today = useToday();
  const own = useMemo(() => tasks.filter((task) => isOnHer(task, actor)), [tasks, actor]);
  return (
    <NavLink
      href={hrefOf({ screen: 'tasks' })}
      isCurrent={place.screen === 'tasks'}
      icon={<TaskAlt aria-hidden />}
      label={de.work.tasks.screenTitle}
      count={own.length}
      isUrgent={own.some(({ dueOn }) => dueOn !== null && dueOn <= today)}
    />
  );
}
