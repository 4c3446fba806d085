import type { DepartmentId } from '@amtsstube/shared/domain/ids';
import type { Task } from '@amtsstube/shared/domain/task';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMemo, useState } from 'react';
import { de } from '../../texts/de.ts';
import { ActionNotice } from '../../ui/action-notice.tsx';
import { useDesk } from '../../ui/desk-context.tsx';
import { useNameOf, useSettingName } from '../../ui/names.ts';
import { Part } from '../../ui/part.tsx';
import { hrefOf } from '../../ui/place.ts';
import { ScreenTitle } from '../../ui/screen-title.tsx';
import { TaskForm } from '../../ui/tasks/task-form.tsx';
import { TaskRow } from '../../ui/tasks/task-row.tsx';
import { useTasks } from '../../ui/tasks/use-tasks.ts';
import { type Action, useAction } from '../../ui/use-action.ts';
import { useObservable } from '../../ui/use-observable.ts';
import { openTaskGroups } from './task-groups.ts';

const mostDone = 50;

/** The clerk's own list of tasks, with those of whom she stands in for, and below it those of her departments that are anybody's or somebody else's. */
export function TasksScreen() {
  const { actor } = useDesk().desk;
  const tasks = useTasks();
  const action = useAction();
  const [showsDone, setShowsDone] = useState(false);
  const text = de.work.tasks;
  const done = tasks.filter((task) => task.done !== null);
  const groups = [
    ...openTaskGroups(tasks, actor, useNameOf()),
    ...(showsDone ? [{ title: text.done, tasks: done.slice(0, mostDone) }] : []),
  ];

  return (
    <>
      <ScreenTitle title={text.screenTitle} />
      <Typography color="textSecondary" sx={{ mb: 2 }}>
        {text.screenHelp}
      </Typography>
      <Box sx={{ display: 'grid', gap: 4, maxWidth: '52rem' }}>
        {groups.map((group) => (
          <TaskGroup key={group.title} {...group} isAlwaysShown={group.title === text.mine} action={action} />
        ))}
        <ActionNotice state={action.state} />
        {done.length > 0 && (
          <Box>
            <Button aria-pressed={showsDone} onClick={() => setShowsDone(!showsDone)}>
              {showsDone ? text.hideDone : text.showDone(done.length)}
            </Button>
          </Box>
        )}
        {actor.kind === 'clerk' && actor.departmentIds.length > 0 && (
          <NewTask departmentIds={actor.departmentIds} />
        )}
      </Box>
    </>
  );
}

interface TaskGroupProps {
  readonly title: string;
  readonly tasks: readonly Task[];
  /** Also when there is nothing in it. */
  readonly isAlwaysShown: boolean;
  readonly action: Action;
}

function TaskGroup({ title, tasks, isAlwaysShown, action }: TaskGroupProps) {
  if (tasks.length === 0 && !isAlwaysShown) return null;
  return (
    <Part title={title}>
      {tasks.length === 0 && <Typography color="textSecondary">{de.work.tasks.none}</Typography>}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {tasks.map((task) => (
          <TaskRow key={task.id} task={task} action={action} mayChange>
            {task.caseId !== null && <ToCase caseId={task.caseId} />}
          </TaskRow>
        ))}
      </Box>
    </Part>
  );
}

/** Nothing where the case isn't here (any more). */
function ToCase({ caseId }: { readonly caseId: string }) {
  const { desk } = useDesk();
  const shown = useObservable(
    useMemo(() => desk.watch('cases', caseId), [desk, caseId]),
    undefined,
  );
  if (shown === undefined) return null;
  const reference = shown.document.fileReference || de.cases.noReference;
  return (
    <>
      {' · '}
      <Link href={hrefOf({ screen: 'case', caseId })}>{de.work.tasks.toCase(reference)}</Link>
    </>
  );
}

/** A task that belongs to no case; in which department is asked where there are several. */
function NewTask({ departmentIds }: { readonly departmentIds: readonly DepartmentId[] }) {
  const settingName = useSettingName();
  const [chosen, setChosen] = useState(departmentIds[0]);
  const departmentId = departmentIds.find((id) => id === chosen) ?? departmentIds[0];
  if (departmentId === undefined) return null;
  return (
    <Part title={de.work.tasks.add}>
      {departmentIds.length > 1 && (
        <TextField
          select
          fullWidth
          margin="dense"
          label={de.work.tasks.department}
          value={departmentId}
          onChange={(event) => setChosen(event.target.value as DepartmentId)}
        >
          {departmentIds.map((id) => (
            <MenuItem key={id} value={id}>
              {settingName(id)}
            </MenuItem>
          ))}
        </TextField>
      )}
      <TaskForm key={departmentId} caseId={null} departmentId={departmentId} />
    </Part>
  );
}
