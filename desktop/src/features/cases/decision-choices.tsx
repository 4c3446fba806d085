import type { Decision } from '@amtsstube/shared/domain/case';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import { useId } from 'react';
import { de } from '../../texts/de.ts';

export type DecisionChoice = Decision['kind'];

interface DecisionChoicesProps {
  readonly choice: DecisionChoice | undefined;
  readonly onChange: (choice: DecisionChoice) => void;
  readonly isLocked: boolean;
  readonly isMissing: boolean;
}

/** No choice is preselected: a decision is never made by leaving things as they are. */
export function DecisionChoices({ choice, onChange, isLocked, isMissing }: DecisionChoicesProps) {
  const labelId = useId();
  return (
    <FormControl disabled={isLocked} error={isMissing} sx={{ mb: 1.5 }}>
      <FormLabel id={labelId}>{de.cases.decision.label}</FormLabel>
      <RadioGroup
        row
        aria-labelledby={labelId}
        value={choice ?? null}
        onChange={(_event, value) => onChange(value === 'approved' ? 'approved' : 'rejected')}
      >
        <FormControlLabel value="approved" control={<Radio />} label={de.cases.decision.approve} />
        <FormControlLabel value="rejected" control={<Radio />} label={de.cases.decision.reject} />
      </RadioGroup>
      {isMissing && <FormHelperText role="alert">{de.cases.decision.choose}</FormHelperText>}
    </FormControl>
  );
}
