import type { Case } from '@amtsstube/shared/domain/case';
import { daysBetween, formatLocalDate } from '@amtsstube/shared/domain/time';
import Alert from '@mui/material/Alert';
import { de } from '../../../texts/de.ts';
import { pressingOn } from '../../../ui/deadline-state.ts';
import { dueWords } from '../../../ui/due-light.tsx';
import { useToday } from '../../../ui/use-today.ts';

/** Where it is decided: that the day for it is near, or over. Nothing while there is time. */
export function DecideBy({ openCase }: { readonly openCase: Pick<Case, 'deadlineOn' | 'decision'> }) {
  const today = useToday();
  const { deadlineOn, decision } = openCase;
  if (deadlineOn === null || decision !== null) return null;
  const pressing = pressingOn(today)(deadlineOn);
  if (pressing === 'later') return null;
  return (
    <Alert severity={pressing === 'overdue' ? 'error' : 'warning'} sx={{ mb: 1.5 }} data-light={pressing}>
      {de.dates.decideBy(formatLocalDate(deadlineOn), dueWords(pressing, daysBetween(today, deadlineOn)))}
    </Alert>
  );
}
