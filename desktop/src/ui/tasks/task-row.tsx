import type { Task } from '@amtsstube/shared/domain/task';
import { formatInstant, formatLocalDate } from '@amtsstube/shared/domain/time';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { de } from '../../texts/de.ts';
import { useCounterName, useNameOf } from '../names.ts';
import type { Action } from '../use-action.ts';
import { useToday } from '../use-today.ts';
import { wishWords } from './wish-words.ts';

interface TaskRowProps {
  readonly task: Task;
  readonly action: Action;
  readonly mayChange: boolean;
  /** A link to its case, where it isn't shown on it. */
  readonly children?: ReactNode;
}

/** One task: the tick says that it is done, and takes it back. */
export function TaskRow({ task, action, mayChange, children }: TaskRowProps) {
  const nameOf = useNameOf();
  const counterName = useCounterName();
  const today = useToday();
  const text = de.work.tasks;
  const { id, dueOn, forId, done } = task;
  const said = task.wish ? wishWords(task.wish, counterName) : task.text;
  const isOverdue = done === null && dueOn !== null && dueOn < today;
  const who = forId === null ? text.forAnybody : text.forName(nameOf(forId));
  return (
    <Box component="li" sx={row}>
      <Checkbox
        size="small"
        checked={done !== null}
        disabled={!mayChange || action.state.state === 'saving'}
        slotProps={{ input: { 'aria-label': text.complete(said) } }}
        onChange={() => void action.perform(done ? 'reopenTask' : 'completeTask', { taskId: id })}
        sx={{ p: 0.5, ml: -0.5 }}
      />
      <Box sx={{ minWidth: 0, pt: 0.25 }}>
        <Box sx={{ overflowWrap: 'anywhere', textDecoration: done ? 'line-through' : 'none' }}>{said}</Box>
        <Typography variant="body2" color="textSecondary" component="div">
          {done ? (
            text.doneBy(nameOf(done.byId), formatInstant(done.at))
          ) : (
            <>
              {dueOn !== null && (
                <Box component="span" sx={isOverdue ? { color: 'error.main', fontWeight: 600 } : undefined}>
                  {(isOverdue ? text.overdue : text.due)(formatLocalDate(dueOn))}
                  {' · '}
                </Box>
              )}
              {who}
            </>
          )}
          {children}
        </Typography>
      </Box>
    </Box>
  );
}

const row = {
  display: 'grid',
  gridTemplateColumns: 'auto minmax(0, 1fr)',
  columnGap: 0.5,
  py: 0.5,
  borderTop: 1,
  borderColor: 'divider',
} as const;
