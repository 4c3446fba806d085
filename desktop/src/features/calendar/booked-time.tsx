import type { Service } from '@amtsstube/shared/domain/settings';
import { formatLocalDate, type Instant, localDateOf } from '@amtsstube/shared/domain/time';
import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { de } from '../../texts/de.ts';
import { DateField } from '../../ui/date-field.tsx';
import { foldGerman } from '../../ui/german-text.ts';
import { SlotChoice } from './slot-choice.tsx';
import type { BookingForm } from './use-booking-form.ts';

interface BookedTimeProps {
  readonly form: BookingForm;
  readonly counterName: (id: string) => string;
  readonly now: Instant;
}

/** What it is about, and when: the next free times, or one of her own. */
export function BookedTime({ form, counterName, now }: BookedTimeProps) {
  const { draft, change, services, serviceIds, planned, times, slot, slotProblem, isTried } = form;
  const text = de.calendar.booking;
  const chosen = services.filter(({ id }) => serviceIds.includes(id));
  const isMissing = serviceIds.length === 0;
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2, alignContent: 'start' }}>
      <Autocomplete
        multiple
        options={services}
        value={chosen}
        onChange={(_event, next) => change({ serviceIds: next.slice(0, 5).map(({ id }) => id) })}
        filterOptions={(options, { inputValue }) => options.filter(({ name }) => hasWords(name, inputValue))}
        getOptionLabel={({ name }: Service) => name}
        getOptionKey={({ id }) => id}
        isOptionEqualToValue={(a, b) => a.id === b.id}
        autoHighlight
        disableCloseOnSelect={false}
        noOptionsText={text.noService}
        openText={text.services}
        closeText={de.app.close}
        clearText={text.discard}
        renderInput={(params) => (
          <TextField
            {...params}
            label={text.services}
            error={isMissing ? isTried : !planned.possible}
            helperText={
              isMissing
                ? isTried && text.servicesMissing
                : !planned.possible && text.notOffered(de.appointments.refusals.visit[planned.why])
            }
          />
        )}
      />
      {planned.possible && (
        <>
          <SlotChoice
            label={draft.fromDay === '' ? text.times : text.timesOf}
            times={times}
            chosen={slot}
            counterName={counterName}
            onChoose={form.choose}
            isFirm={form.isFirm}
          />
          <Box
            sx={{
              display: 'grid',
              gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'minmax(0, 1fr) 8rem' },
              gap: 1.5,
              alignItems: 'start',
            }}
          >
            <DateField
              label={text.timesFrom}
              text={draft.fromDay || formatLocalDate(localDateOf(now))}
              onChange={(fromDay) => change({ fromDay })}
            />
            <TextField
              label={text.otherClock}
              value={draft.clock}
              onChange={(event) => change({ clock: event.target.value, slot: draft.slot })}
              error={form.ownIsWrong}
              helperText={form.ownIsWrong ? text.otherWrong : text.otherHelp}
              slotProps={{ htmlInput: { autoComplete: 'off', maxLength: 8 } }}
            />
          </Box>
          <Typography
            role="status"
            variant="body2"
            sx={{ color: 'error.main', '&:empty': { display: 'none' } }}
          >
            {slotProblem && text.notFree(de.appointments.refusals.slot[slotProblem])}
            {isTried && !slot && text.timeMissing}
          </Typography>
        </>
      )}
    </Box>
  );
}

function hasWords(name: string, typed: string): boolean {
  const folded = foldGerman(name);
  return foldGerman(typed)
    .split(/\s+/)
    .every((word) => folded.includes(word));
}
