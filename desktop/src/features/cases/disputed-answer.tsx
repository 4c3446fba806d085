import type { DescribedValue } from '@amtsstube/shared/domain/describe-corrected';
import type { OpId } from '@amtsstube/shared/domain/ids';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { de } from '../../texts/de.ts';
import { CorrectedBy } from './corrected-by.tsx';

interface DisputedAnswerProps {
  readonly path: string;
  readonly label: string;
  readonly standing: readonly DescribedValue[];
  readonly waiting: readonly OpId[];
  /** undefined: she may read it and not settle it. */
  readonly onTake: ((value: DescribedValue) => void) | undefined;
  readonly isLocked: boolean;
}

/** Where the values for this answer stand on the screen. */
export function disputeId(path: string): string {
  return `dispute-${path}`;
}

/** Values of several clerks for one answer, each with who and when: one click says which one counts. */
export function DisputedAnswer({ path, label, standing, waiting, onTake, isLocked }: DisputedAnswerProps) {
  const titleId = useId();
  const text = de.cases.correction;
  return (
    <Box role="group" id={disputeId(path)} tabIndex={-1} aria-labelledby={titleId} sx={block}>
      <Typography id={titleId} sx={{ fontWeight: 600 }}>
        {text.disputed(standing.length)}
      </Typography>
      <Box component="ul" aria-label={label} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {standing.map((value) => (
          <Box component="li" key={value.corrections[0]?.opId} sx={choice}>
            <Box sx={{ minWidth: 0, flex: '1 1 12rem' }}>
              <Box id={`${titleId}-${value.corrections[0]?.opId}`} sx={{ fontWeight: 600 }}>
                {value.text ?? de.cases.noAnswer}
              </Box>
              <Box sx={{ fontSize: '0.9375rem', color: 'text.secondary' }}>
                <CorrectedBy value={value} waiting={waiting} />
              </Box>
            </Box>
            {onTake && (
              <Button
                variant="outlined"
                size="small"
                disabled={isLocked}
                aria-describedby={`${titleId}-${value.corrections[0]?.opId}`}
                onClick={() => onTake(value)}
                sx={{ displayPrint: 'none' }}
              >
                {text.take}
              </Button>
            )}
          </Box>
        ))}
      </Box>
    </Box>
  );
}

const block = {
  width: '100%',
  p: 1.5,
  border: 1,
  borderLeft: 4,
  borderColor: 'warning.main',
  borderRadius: 1,
  // not under the bar that stays
  scrollMarginTop: '6rem',
  bgcolor: 'background.paper',
} as const;

const choice = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 2,
  rowGap: 1,
  pt: 1,
  mt: 1,
  borderTop: 1,
  borderColor: 'divider',
} as const;
