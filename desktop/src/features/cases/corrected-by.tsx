import type { DescribedValue } from '@amtsstube/shared/domain/describe-corrected';
import type { OpId } from '@amtsstube/shared/domain/ids';
import { formatInstant } from '@amtsstube/shared/domain/time';
import Box from '@mui/material/Box';
import { de } from '../../texts/de.ts';
import { useNameOf } from '../../ui/names.ts';
import { WaitingMark } from '../../ui/waiting-mark.tsx';

interface CorrectedByProps {
  readonly value: DescribedValue;
  /** What of this desk's own the server hasn't decided yet. */
  readonly waiting: readonly OpId[];
  readonly isAsEntered?: boolean;
}

/** Who said so and when: several, where they found the same without knowing of each other. */
export function CorrectedBy({ value, waiting, isAsEntered = false }: CorrectedByProps) {
  const nameOf = useNameOf();
  const text = de.cases.correction;
  return value.corrections.map(({ opId, byId, at, takenAt }) => (
    <Box key={opId} sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5 }}>
      <span>
        {(isAsEntered ? text.asEntered : text.by)(nameOf(byId))}{' '}
        <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
          {formatInstant(takenAt ?? at)}
        </Box>
      </span>
      {waiting.includes(opId) && <WaitingMark />}
    </Box>
  ));
}
