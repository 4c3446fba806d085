import { daysBetween, type LocalDate } from '@amtsstube/shared/domain/time';
import CheckCircle from '@mui/icons-material/CheckCircleOutlined';
import ErrorIcon from '@mui/icons-material/ErrorOutlined';
import Hourglass from '@mui/icons-material/HourglassBottom';
import Schedule from '@mui/icons-material/Schedule';
import Box from '@mui/material/Box';
import { de } from '../texts/de.ts';
import { type Pressing, pressingOn } from './deadline-state.ts';

const lights = {
  overdue: { icon: ErrorIcon, color: 'error.main' },
  today: { icon: Hourglass, color: 'warning.main' },
  soon: { icon: Schedule, color: 'warning.main' },
  later: { icon: CheckCircle, color: 'success.main' },
} as const;

/** How pressing a day is, in words, with a sign and a colour: red, yellow or green. */
export function DueLight({ on, today }: { readonly on: LocalDate; readonly today: LocalDate }) {
  const state = pressingOn(today)(on);
  const { icon: Icon, color } = lights[state];
  return (
    <Box component="span" sx={{ ...light, color }} data-light={state}>
      <Icon aria-hidden sx={{ fontSize: '1.1em' }} />
      {dueWords(state, daysBetween(today, on))}
    </Box>
  );
}

/** How pressing a day is, in words. @param days from today to it */
export function dueWords(state: Pressing, days: number): string {
  const text = de.dates.light;
  if (state === 'today') return text.today;
  return state === 'overdue' ? text.overdue(-days) : text[state](days);
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
