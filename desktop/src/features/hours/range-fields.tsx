import TextField from '@mui/material/TextField';
import { de } from '../../texts/de.ts';
import type { LineProblem, TypedRange } from './hours-draft.ts';

interface RangeFieldsProps {
  readonly row: TypedRange;
  /** Of which line, for whoever hears the labels. */
  readonly name: string;
  readonly problem: LineProblem | undefined;
  readonly onChange: (changed: Partial<TypedRange>) => void;
}

/** From, to, and who gives this time away. */
export function RangeFields({ row, name, problem, onChange }: RangeFieldsProps) {
  const text = de.hours.weekly;
  const isWrong = (field: 'from' | 'to') =>
    problem?.is === field || problem?.is === 'overlap' || (field === 'to' && problem?.is === 'backwards');
  return (
    <>
      {(['from', 'to'] as const).map((field) => (
        <TextField
          key={field}
          size="small"
          label={text[field]}
          value={row[field]}
          error={isWrong(field)}
          onChange={({ target }) => onChange({ [field]: target.value })}
          sx={{ width: '4.75rem' }}
          slotProps={{
            htmlInput: { autoComplete: 'off', maxLength: 9, 'aria-label': `${name}, ${text[field]}` },
          }}
        />
      ))}
      <TextField
        select
        size="small"
        label={text.share}
        value={row.isInternal ? 'internal' : 'web'}
        onChange={({ target }) => onChange({ isInternal: target.value === 'internal' })}
        sx={{ width: '9.25rem' }}
        slotProps={{
          select: { native: true },
          inputLabel: { shrink: true },
          htmlInput: { 'aria-label': `${name}, ${text.share}` },
        }}
      >
        {(['web', 'internal'] as const).map((share) => (
          <option key={share} value={share}>
            {text.shares[share]}
          </option>
        ))}
      </TextField>
    </>
  );
}
