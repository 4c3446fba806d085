import { addDays, formatLocalDate, parseLocalDate } from '@amtsstube/shared/domain/time';
import TextField from '@mui/material/TextField';
import type { KeyboardEvent } from 'react';
import { de } from '../texts/de.ts';

interface DayFieldProps {
  readonly label: string;
  /** As typed; `parseLocalDate` reads it. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What is wrong, beneath the field. */
  readonly problem?: string | undefined;
  readonly autoFocus?: boolean;
}

const steps: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: 7, PageDown: -7 };

/**
 * A calendar day as people here write it. The browser's own field writes it by the system's language, which on an office
 * PC need not be German. Arrow keys go a day on or back, page keys a week.
 */
export function DayField({ label, value, onChange, problem, autoFocus = false }: DayFieldProps) {
  function step(event: KeyboardEvent) {
    const days = steps[event.key];
    const day = parseLocalDate(value);
    if (days === undefined || day === undefined) return;
    event.preventDefault();
    onChange(formatLocalDate(addDays(day, days)));
  }

  return (
    <TextField
      fullWidth
      margin="dense"
      label={label}
      value={value}
      autoFocus={autoFocus}
      error={problem !== undefined}
      helperText={problem}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={step}
      placeholder={de.work.dayExample}
      slotProps={{ inputLabel: { shrink: true }, htmlInput: { maxLength: 10, inputMode: 'numeric' } }}
    />
  );
}
