import { type DecisionKind, decisionKind } from '@amtsstube/shared/domain/decision';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import { useId } from 'react';
import { de } from '../../texts/de.ts';

interface DecisionChoicesProps {
  readonly choice: DecisionKind | undefined;
  readonly onChange: (choice: DecisionKind) => void;
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
        onChange={(_event, value) => onChange(decisionKind.parse(value))}
      >
        {decisionKind.options.map((kind) => (
          <FormControlLabel
            key={kind}
            value={kind}
            control={<Radio />}
            label={de.cases.decision.kinds[kind]}
          />
        ))}
      </RadioGroup>
      {isMissing && <FormHelperText role="alert">{de.cases.decision.choose}</FormHelperText>}
    </FormControl>
  );
}
