import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { de } from '../../texts/de.ts';
import { DateField } from '../../ui/date-field.tsx';
import { slotWords } from './time-words.ts';
import type { BookingForm } from './use-booking-form.ts';

interface WishPartProps {
  readonly form: BookingForm;
  readonly counterName: (id: string) => string;
}

/** Without a line: which other times would do, and until when (K11). */
export function WishPart({ form, counterName }: WishPartProps) {
  const { wish, times, slot } = form;
  const text = de.calendar.wish;
  const others = times.filter(
    ({ counterId, start }) => start !== slot?.start || counterId !== slot.counterId,
  );
  const keyOf = ({ counterId, start }: (typeof times)[number]) => `${start} ${counterId}`;
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'minmax(0, 1fr) 12rem' },
        gap: 1.5,
        mt: 2,
      }}
    >
      <TextField
        select
        label={text.others}
        helperText={text.othersHelp}
        value={wish.others.map(keyOf)}
        onChange={({ target }) => {
          const chosen: readonly string[] = [target.value].flat();
          wish.changeOthers(others.filter((each) => chosen.includes(keyOf(each))));
        }}
        slotProps={{ select: { multiple: true } }}
      >
        {others.map((each) => (
          <MenuItem key={keyOf(each)} value={keyOf(each)}>
            {slotWords(each, counterName)}
          </MenuItem>
        ))}
      </TextField>
      <DateField
        label={text.until}
        text={wish.untilText}
        onChange={wish.changeUntil}
        problem={form.isTried && wish.untilOn === undefined ? text.untilWrong : undefined}
      />
      {wish.hasElsewhere && (
        <FormControlLabel
          sx={{ gridColumn: '1 / -1' }}
          control={
            <Checkbox
              checked={wish.isOnlyThere}
              onChange={(_event, checked) => wish.changeOnlyThere(checked)}
            />
          }
          label={text.onlyThere}
        />
      )}
    </Box>
  );
}
