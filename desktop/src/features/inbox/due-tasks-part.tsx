import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useMemo } from 'react';
import { de } from '../../texts/de.ts';
import { ActionNotice } from '../../ui/action-notice.tsx';
import { useDesk } from '../../ui/desk-context.tsx';
import { Part } from '../../ui/part.tsx';
import { hrefOf } from '../../ui/place.ts';
import { dueTasks } from '../../ui/tasks/due-tasks.ts';
import { TaskRow } from '../../ui/tasks/task-row.tsx';
import { useTasks } from '../../ui/tasks/use-tasks.ts';
import { useAction } from '../../ui/use-action.ts';
import { useToday } from '../../ui/use-today.ts';

/** The list of cases must not be pushed out of sight. */
const mostShown = 5;

/** The tasks that are due, beside the cases that are; nothing where there are none. */
export function DueTasksPart() {
  const { actor } = useDesk().desk;
  const tasks = useTasks();
  const today = useToday();
  const action = useAction();
  const due = useMemo(() => dueTasks(tasks, actor, today), [tasks, actor, today]);
  const text = de.work.tasks;
  return (
    <>
      {due.length > 0 && (
        <Box sx={{ mt: 2.5, maxWidth: '46rem' }}>
          <Part title={text.dueTitle(due.length)}>
            <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
              {due.slice(0, mostShown).map((task) => (
                <TaskRow key={task.id} task={task} action={action} mayChange>
                  {task.caseId !== null && (
                    <>
                      {' · '}
                      <Link href={hrefOf({ screen: 'case', caseId: task.caseId })}>{text.openCase}</Link>
                    </>
                  )}
                </TaskRow>
              ))}
            </Box>
            {due.length > mostShown && <Link href={hrefOf({ screen: 'tasks' })}>{text.allTasks}</Link>}
          </Part>
        </Box>
      )}
      <ActionNotice state={action.state} />
    </>
  );
}
