import type { Slot } from '@amtsstube/shared/domain/appointments/slot-calendar';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { de } from '../../texts/de.ts';
import type { NotDone } from './refused-words.ts';
import { slotWords } from './time-words.ts';

interface NearestChoiceProps {
  readonly refusal: NotDone | undefined;
  readonly counterName: (id: string) => string;
  readonly onChoose: (slot: Slot) => void;
}

/** In a dialog: why the server didn't, and what is free instead, chosen with one press; everything typed stays. */
export function NearestChoice({ refusal, counterName, onChoose }: NearestChoiceProps) {
  return (
    <>
      <Box role="alert" sx={{ '&:empty': { display: 'none' } }}>
        {refusal && (
          <Alert severity="error" role="presentation">
            {refusal.sentence}
          </Alert>
        )}
      </Box>
      {refusal && refusal.nearest.length > 0 && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
          <Typography>{de.calendar.server.nearest}</Typography>
          {refusal.nearest.map((slot) => (
            <Button
              key={`${slot.start} ${slot.counterId}`}
              size="small"
              variant="outlined"
              onClick={() => onChoose(slot)}
            >
              {slotWords(slot, counterName)}
            </Button>
          ))}
        </Box>
      )}
    </>
  );
}
