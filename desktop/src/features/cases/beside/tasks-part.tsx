import type { Case } from '@amtsstube/shared/domain/case';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useMemo, useState } from 'react';
import { de } from '../../../texts/de.ts';
import { ActionNotice } from '../../../ui/action-notice.tsx';
import { whyImpossible } from '../../../ui/case-actions.ts';
import { useDesk } from '../../../ui/desk-context.tsx';
import { Part } from '../../../ui/part.tsx';
import { TaskForm } from '../../../ui/tasks/task-form.tsx';
import { TaskRow } from '../../../ui/tasks/task-row.tsx';
import { useTasks } from '../../../ui/tasks/use-tasks.ts';
import { useAction } from '../../../ui/use-action.ts';

/** What is to be done on this case, beside deciding it. */
export function TasksPart({ openCase }: { readonly openCase: Case }) {
  const { desk } = useDesk();
  const all = useTasks();
  const tasks = useMemo(() => all.filter(({ caseId }) => caseId === openCase.id), [all, openCase.id]);
  const action = useAction();
  const [isAdding, setIsAdding] = useState(false);
  const [showsDone, setShowsDone] = useState(false);
  const mayNote = whyImpossible(desk.actor, 'note', openCase) === undefined;
  const done = tasks.filter((task) => task.done !== null).length;
  const shown = showsDone ? tasks : tasks.filter((task) => task.done === null);
  const text = de.work.tasks;

  return (
    <Part title={text.title}>
      {tasks.length === done && <Typography color="textSecondary">{text.none}</Typography>}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {shown.map((task) => (
          <TaskRow key={task.id} task={task} action={action} mayChange={mayNote} />
        ))}
      </Box>
      <ActionNotice state={action.state} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
        {mayNote && (
          <Button variant="outlined" aria-expanded={isAdding} onClick={() => setIsAdding(!isAdding)}>
            {text.add}
          </Button>
        )}
        {done > 0 && (
          <Button aria-pressed={showsDone} onClick={() => setShowsDone(!showsDone)}>
            {showsDone ? text.hideDone : text.showDone(done)}
          </Button>
        )}
      </Box>
      {isAdding && mayNote && <TaskForm caseId={openCase.id} departmentId={openCase.departmentId} />}
    </Part>
  );
}
