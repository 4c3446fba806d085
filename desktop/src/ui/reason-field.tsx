import TextField from '@mui/material/TextField';
import { de } from '../texts/de.ts';

interface ReasonFieldProps {
  readonly label: string;
  readonly reason: string;
  readonly onChange: (reason: string) => void;
  /** So many characters at most: what the operation takes. */
  readonly longest: number;
  /** Somebody has tried to save it without one. */
  readonly isTried: boolean;
  readonly missing: string;
  readonly autoFocus?: boolean;
}

/** Why something is done that takes a reason: says that it is missing, or by how much it is too long. */
export function ReasonField(props: ReasonFieldProps) {
  const { label, reason, onChange, longest, isTried, missing, autoFocus = false } = props;
  const { length } = reason.trim();
  const isMissing = isTried && length === 0;
  const isTooLong = length > longest;
  return (
    <TextField
      label={label}
      value={reason}
      onChange={(event) => onChange(event.target.value)}
      error={isMissing || isTooLong}
      helperText={isTooLong ? de.cases.characters(length, longest) : isMissing && missing}
      autoFocus={autoFocus}
      required
      multiline
      minRows={2}
      fullWidth
      slotProps={{ htmlInput: { autoComplete: 'off' } }}
    />
  );
}
