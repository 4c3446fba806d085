import type { Slot } from '@amtsstube/shared/domain/appointments/slot-calendar';
import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { de } from '../../texts/de.ts';
import { clockOfUnits } from '../../ui/read-clock.ts';
import { shortDayWords } from './time-words.ts';
import { clockUnits, dayOf } from './wall-clock.ts';

interface SlotChoiceProps {
  readonly label: string;
  readonly times: readonly Slot[];
  readonly chosen: Slot | undefined;
  readonly counterName: (id: string) => string;
  readonly onChoose: (slot: Slot) => void;
  /** Whether it is final without a line too. */
  readonly isFirm?: (slot: Slot) => boolean;
  /** Said where there is none. */
  readonly none?: string;
}

/** Free times by day, the soonest first: arrow keys go through them. */
export function SlotChoice(props: SlotChoiceProps) {
  const { label, times, chosen, counterName, onChoose, isFirm, none = de.calendar.booking.noTimes } = props;
  const labelId = useId();
  const days = [...new Set(times.map(({ start }) => dayOf(start)))];
  return (
    <Box>
      <FormLabel id={labelId} sx={{ fontWeight: 600 }}>
        {label}
      </FormLabel>
      <RadioGroup
        aria-labelledby={labelId}
        value={chosen ? keyOf(chosen) : ''}
        onChange={(event) => {
          const slot = times.find((each) => keyOf(each) === event.target.value);
          if (slot) onChoose(slot);
        }}
      >
        {days.map((on) => (
          <Box key={on} sx={{ mt: 0.75 }}>
            <Typography variant="body2" color="textSecondary">
              {shortDayWords(on)}
            </Typography>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2 }}>
              {times
                .filter(({ start }) => dayOf(start) === on)
                .map((slot) => (
                  <FormControlLabel
                    key={keyOf(slot)}
                    value={keyOf(slot)}
                    control={<Radio size="small" sx={{ py: 0.5 }} />}
                    label={
                      <>
                        <Box component="span" sx={{ fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}>
                          {clockOfUnits(clockUnits(on, slot.start))}
                        </Box>{' '}
                        <Box component="span" sx={{ fontSize: '0.9375rem', color: 'text.secondary' }}>
                          {counterName(slot.counterId)}
                          {isFirm?.(slot) && ` · ${de.calendar.leases.firm}`}
                        </Box>
                      </>
                    }
                  />
                ))}
            </Box>
          </Box>
        ))}
      </RadioGroup>
      {times.length === 0 && <Typography color="textSecondary">{none}</Typography>}
    </Box>
  );
}

function keyOf({ counterId, start }: Slot): string {
  return `${start} ${counterId}`;
}
