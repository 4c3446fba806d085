import ContentCopy from '@mui/icons-material/ContentCopy';
import DeleteOutline from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { de } from '../../texts/de.ts';
import type { LineProblem, TypedRule } from './hours-draft.ts';
import { lineWords, problemWords } from './line-words.ts';
import { RangeFields } from './range-fields.tsx';

interface RuleRowProps {
  readonly row: TypedRule;
  readonly rows: readonly TypedRule[];
  readonly problem: LineProblem | undefined;
  readonly onChange: (changed: Partial<TypedRule>) => void;
  readonly onCopy: () => void;
  readonly onRemove: () => void;
}

/** One line of the weekly opening hours. */
export function RuleRow({ row, rows, problem, onChange, onCopy, onRemove }: RuleRowProps) {
  const text = de.hours.weekly;
  const name = lineWords(row);
  const select = { native: true } as const;
  const day = (field: 'startsOn' | 'endsOn', label: string, width: string) => (
    <TextField
      size="small"
      label={label}
      value={row[field]}
      error={problem?.is === field || problem?.is === 'neverFalls'}
      onChange={({ target }) => onChange({ [field]: target.value })}
      sx={{ width }}
      slotProps={{
        inputLabel: { shrink: true },
        htmlInput: { autoComplete: 'off', maxLength: 10, 'aria-label': `${name}, ${label}` },
      }}
    />
  );
  return (
    <Box component="li" sx={{ py: 1.25, borderBottom: 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <TextField
          select
          size="small"
          label={text.weekday}
          value={row.weekday}
          onChange={({ target }) => onChange({ weekday: Number(target.value) })}
          sx={{ width: '8.25rem' }}
          slotProps={{
            select,
            inputLabel: { shrink: true },
            htmlInput: { 'aria-label': `${name}, ${text.weekday}` },
          }}
        >
          {de.dates.weekdays.map((weekday, index) => (
            <option key={weekday} value={index + 1}>
              {weekday}
            </option>
          ))}
        </TextField>
        <RangeFields row={row} name={name} problem={problem} onChange={onChange} />
        <TextField
          select
          size="small"
          label={text.rhythm}
          value={row.everyWeeks}
          onChange={({ target }) => onChange({ everyWeeks: Number(target.value) })}
          sx={{ width: '9.25rem' }}
          slotProps={{
            select,
            inputLabel: { shrink: true },
            htmlInput: { 'aria-label': `${name}, ${text.rhythm}` },
          }}
        >
          {[1, 2, 3, 4, 5, 6, 7, 8].map((weeks) => (
            <option key={weeks} value={weeks}>
              {text.everyWeeks(weeks)}
            </option>
          ))}
        </TextField>
        {day('startsOn', text.startsOn, '6.75rem')}
        {day('endsOn', text.endsOn, '6.75rem')}
        <IconButton aria-label={text.copyOne(name)} title={text.copy} onClick={onCopy}>
          <ContentCopy fontSize="small" />
        </IconButton>
        <IconButton aria-label={text.removeOne(name)} title={text.remove} onClick={onRemove}>
          <DeleteOutline fontSize="small" />
        </IconButton>
      </Box>
      {problem && (
        <Typography color="error" variant="body2" sx={{ mt: 0.5 }}>
          {problemWords(problem, rows)}
        </Typography>
      )}
    </Box>
  );
}
