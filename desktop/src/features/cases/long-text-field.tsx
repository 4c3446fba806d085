import TextField from '@mui/material/TextField';
import type { KeyboardEvent } from 'react';
import { de } from '../../texts/de.ts';

/** What the operations take (`addNote`, `decision.reason`). */
export const longestText = 10_000;
const sayFrom = 9_000;

interface LongTextFieldProps {
  readonly label: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
  /** Read-only, so that the text can still be read, marked and copied. */
  readonly isLocked: boolean;
  readonly help?: string;
  readonly problem?: string | undefined;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

/** Several lines. Too long is said, never cut: cutting would silently lose what was pasted. */
export function LongTextField(props: LongTextFieldProps) {
  const { label, text, onChange, isLocked, help, problem, onKeyDown } = props;
  const isTooLong = text.length > longestText;
  return (
    <TextField
      label={label}
      value={text}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={onKeyDown}
      error={isTooLong || problem !== undefined}
      helperText={text.length > sayFrom ? de.cases.characters(text.length, longestText) : (problem ?? help)}
      fullWidth
      multiline
      minRows={3}
      maxRows={16}
      slotProps={{ htmlInput: { readOnly: isLocked, autoComplete: 'off' } }}
    />
  );
}
