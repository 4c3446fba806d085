import type { Case } from '@amtsstube/shared/domain/case';
import { feeStateOf } from '@amtsstube/shared/domain/fees/fee';
import { formatCents } from '@amtsstube/shared/domain/fees/money';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { de } from '../../../texts/de.ts';
import { FeeFields } from './fee-fields.tsx';
import type { FeeChoice } from './use-fee-choice.ts';

interface DecisionFeeProps {
  readonly openCase: Case;
  readonly choice: FeeChoice;
  readonly isTried: boolean;
  readonly isLocked: boolean;
}

/** What the decision costs the applicant; said where a fee is charged already. */
export function DecisionFee({ openCase, choice, isTried, isLocked }: DecisionFeeProps) {
  const text = de.fees.deciding;
  const { fee } = openCase;
  if (fee)
    return (
      <Typography sx={{ mt: 1 }}>
        {text.already(formatCents(fee.amountCents), de.fees.state[feeStateOf(fee)])}
      </Typography>
    );
  return (
    <Box sx={{ mt: 1 }}>
      <FormControlLabel
        disabled={isLocked}
        label={text.check}
        control={
          <Checkbox
            checked={choice.isCharged}
            onChange={(_event, isCharged) => choice.change({ isCharged })}
          />
        }
      />
      {choice.isCharged && (
        <FeeFields
          openCase={openCase}
          usual={choice.usual}
          typed={choice.typed}
          onChange={(typed) => choice.change({ typed })}
          problems={isTried ? (choice.problems ?? {}) : {}}
          isLocked={isLocked}
        />
      )}
    </Box>
  );
}
