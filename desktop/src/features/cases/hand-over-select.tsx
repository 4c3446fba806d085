import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';

interface HandOverSelectProps {
  readonly label: string;
  /** What to do, when nothing was chosen. */
  readonly missing: string | undefined;
  readonly help: string | undefined;
  readonly options: readonly {
    readonly id: string;
    readonly name: string;
    /** That she is away, until when and who stands in; '' where she is there. */
    readonly away?: string;
  }[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/** One of the people or departments a case can go to. */
export function HandOverSelect({ label, missing, help, options, value, onChange }: HandOverSelectProps) {
  return (
    <TextField
      select
      required
      label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      error={missing !== undefined}
      helperText={missing ?? help}
      fullWidth
      margin="dense"
    >
      {options.map(({ id, name, away = '' }) => (
        <MenuItem key={id} value={id} sx={{ whiteSpace: 'normal' }}>
          {away === '' ? name : `${name} (${away})`}
        </MenuItem>
      ))}
    </TextField>
  );
}
