import type { Case } from '@amtsstube/shared/domain/case';
import { parseCents } from '@amtsstube/shared/domain/fees/money';
import type { Fee } from '@amtsstube/shared/domain/service-description';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { de } from '../../../texts/de.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { type FeeProblems, needsReason, type TypedFee, usualSentence } from './fee-form.ts';

interface FeeFieldsProps {
  readonly openCase: Case;
  readonly usual: Fee | undefined;
  readonly typed: TypedFee;
  readonly onChange: (typed: TypedFee) => void;
  /** Once somebody has tried to save it. */
  readonly problems: FeeProblems;
  readonly isLocked: boolean;
  readonly autoFocus?: boolean;
}

/** Amount, day and reason; the reason is asked for where another amount is typed than the service costs. */
export function FeeFields({
  openCase,
  usual,
  typed,
  onChange,
  problems,
  isLocked,
  autoFocus,
}: FeeFieldsProps) {
  const text = de.fees.setting;
  const isOdd = needsReason(parseCents(typed.amount), openCase.fee, usual);
  const asksReason = isOdd || typed.reason !== '' || openCase.fee !== undefined;
  return (
    <Box sx={{ display: 'grid', gap: 2, pt: 0.5 }}>
      <TextField
        label={text.amount}
        value={typed.amount}
        onChange={(event) => onChange({ ...typed, amount: event.target.value })}
        error={problems.amount !== undefined}
        helperText={problems.amount ?? usualSentence(usual)}
        disabled={isLocked}
        autoFocus={autoFocus ?? false}
        required
        fullWidth
        slotProps={{ htmlInput: { autoComplete: 'off', inputMode: 'decimal' } }}
      />
      <DateField
        label={text.dueOn}
        text={typed.due}
        onChange={(due) => onChange({ ...typed, due })}
        problem={problems.due}
        isDeadline
      />
      {asksReason && (
        <TextField
          label={text.reason}
          value={typed.reason}
          onChange={(event) => onChange({ ...typed, reason: event.target.value })}
          error={problems.reason !== undefined}
          helperText={problems.reason ?? (isOdd ? de.fees.usual.beyond : '')}
          disabled={isLocked}
          required={isOdd}
          multiline
          fullWidth
          slotProps={{ htmlInput: { autoComplete: 'off' } }}
        />
      )}
    </Box>
  );
}
