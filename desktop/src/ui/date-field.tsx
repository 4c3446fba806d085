import { formatLocalDate, type LocalDate } from '@amtsstube/shared/domain/time';
import { workingDayFrom } from '@amtsstube/shared/domain/working-days';
import TextField from '@mui/material/TextField';
import { de } from '../texts/de.ts';
import { readDate } from './read-date.ts';
import { weekdayOf } from './weekday.ts';

interface DateFieldProps {
  readonly label: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly today: LocalDate;
  /** What is wrong with the day itself, once somebody has tried to save it. */
  readonly problem?: string | undefined;
  readonly autoFocus?: boolean;
}

/** A day, typed as people write it; says which day it is, and that it moves where nobody works on it. */
export function DateField({ label, text, onChange, today, problem, autoFocus = false }: DateFieldProps) {
  const on = readDate(text, today);
  return (
    <TextField
      label={label}
      value={text}
      onChange={(event) => onChange(event.target.value)}
      error={problem !== undefined}
      helperText={problem ?? (on === undefined ? de.dates.dateHelp : dayWords(on))}
      autoFocus={autoFocus}
      required
      fullWidth
      slotProps={{ htmlInput: { autoComplete: 'off' } }}
    />
  );
}

function dayWords(on: LocalDate): string {
  const moved = workingDayFrom(on);
  return moved === on ? shownDay(on) : `${shownDay(on)}. ${de.dates.moves(shownDay(moved))}`;
}

function shownDay(on: LocalDate): string {
  return de.dates.onDay(formatLocalDate(on), weekdayOf(on));
}
