import { daysBetween, formatLocalDate, type LocalDate } from '@amtsstube/shared/domain/time';
import ErrorIcon from '@mui/icons-material/ErrorOutlined';
import Hourglass from '@mui/icons-material/HourglassBottom';
import Schedule from '@mui/icons-material/Schedule';
import Box from '@mui/material/Box';
import { de } from '../texts/de.ts';
import { type Dated, type DeadlineState, deadlineStateOn } from './deadline-state.ts';

interface DeadlineMarkProps {
  readonly caseRecord: Dated;
  readonly today: LocalDate;
}

const lights = {
  overdue: { icon: ErrorIcon, color: 'error.main' },
  today: { icon: Hourglass, color: 'warning.main' },
  soon: { icon: Schedule, color: 'warning.main' },
} as const;

/** The deadline of a case: its date, and in words, with a sign and a colour, when it is pressing. */
export function DeadlineMark({ caseRecord, today }: DeadlineMarkProps) {
  const { deadlineOn } = caseRecord;
  if (deadlineOn === null) return null;
  const state = deadlineStateOn(today)(caseRecord);
  const date = formatLocalDate(deadlineOn);
  if (state !== 'overdue' && state !== 'today' && state !== 'soon') return date;
  const { icon: Icon, color } = lights[state];
  return (
    <>
      {date}
      <Box component="span" sx={{ ...light, color }}>
        <Icon aria-hidden sx={{ fontSize: '1.1em' }} />
        {wordsOf(state, today, deadlineOn)}
      </Box>
    </>
  );
}

function wordsOf(
  state: Extract<DeadlineState, keyof typeof lights>,
  today: LocalDate,
  deadlineOn: LocalDate,
): string {
  const text = de.cases.deadline;
  if (state === 'today') return text.today;
  const days = daysBetween(today, deadlineOn);
  return state === 'overdue' ? text.overdue(-days) : text.soon(days);
}

const light = {
  display: 'flex',
  alignItems: 'center',
  gap: 0.5,
  fontSize: '0.8125rem',
  fontWeight: 600,
  lineHeight: 1.2,
  whiteSpace: 'nowrap',
} as const;
