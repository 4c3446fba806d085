import { addDays, formatLocalDate, type LocalDate } from '@amtsstube/shared/domain/time';
import { workingDayFrom } from '@amtsstube/shared/domain/working-days';
import TextField from '@mui/material/TextField';
import type { KeyboardEvent } from 'react';
import { de } from '../texts/de.ts';
import { readDate } from './read-date.ts';
import { useToday } from './use-today.ts';
import { weekdayOf } from './weekday.ts';

interface DateFieldProps {
  readonly label: string;
  /** As typed; `readDate` reads it. */
  readonly text: string;
  readonly onChange: (text: string) => void;
  /** What is wrong with the day itself, once somebody has tried to save it. */
  readonly problem?: string | undefined;
  readonly autoFocus?: boolean;
  readonly required?: boolean;
  /** It ends on a working day: says where it moves to (§ 31 VwVfG). Of an absence or a task it stays the day it is. */
  readonly isDeadline?: boolean;
}

const steps: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: 7, PageDown: -7 };

/**
 * A day, typed as people here write it; says which day it is. The browser's own field writes it by the system's language,
 * which on an office PC need not be German. Arrow keys go a day on or back, page keys a week.
 */
export function DateField(props: DateFieldProps) {
  const { label, text, onChange, problem, autoFocus = false, required = false, isDeadline = false } = props;
  const today = useToday();
  const on = readDate(text, today);

  function step(event: KeyboardEvent) {
    const days = steps[event.key];
    if (days === undefined || on === undefined) return;
    event.preventDefault();
    onChange(formatLocalDate(addDays(on, days)));
  }

  return (
    <TextField
      label={label}
      value={text}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={step}
      error={problem !== undefined}
      helperText={problem ?? (on === undefined ? de.dates.dateHelp : dayWords(on, isDeadline))}
      autoFocus={autoFocus}
      required={required}
      fullWidth
      slotProps={{ htmlInput: { autoComplete: 'off', maxLength: 10 } }}
    />
  );
}

function dayWords(on: LocalDate, isDeadline: boolean): string {
  const moved = isDeadline ? workingDayFrom(on) : on;
  return moved === on ? shownDay(on) : `${shownDay(on)}. ${de.dates.moves(shownDay(moved))}`;
}

function shownDay(on: LocalDate): string {
  return de.dates.onDay(formatLocalDate(on), weekdayOf(on));
}
