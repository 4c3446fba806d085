import { formatLocalDate } from '@amtsstube/shared/domain/time';
import { enteredChannel } from '@amtsstube/shared/operations/case/enter-case';
import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useEffect, useRef } from 'react';
import { de } from '../../texts/de.ts';
import { useToday } from '../../ui/use-today.ts';
import { type EnterableService, searchServices } from './enterable-services.ts';
import type { Entry } from './use-entry.ts';
import { useNumbersLeft } from './use-numbers-left.ts';

interface EntryHeadProps {
  readonly entry: Entry;
  readonly services: readonly EnterableService[];
  readonly isLocked: boolean;
}

/** What it is about, in which way it came in, and when. */
export function EntryHead({ entry, services, isLocked }: EntryHeadProps) {
  const { draft, change, receivedOn, failures } = entry;
  const today = useToday();
  const text = de.entry;
  const chosen = services.find(({ service }) => service.id === draft.service?.serviceId) ?? null;
  const serviceInput = useRef<HTMLInputElement>(null);
  const isBegun = useRef(draft.service !== undefined);
  // after the heading has taken the focus: who enters a case types at once
  useEffect(() => {
    if (!isBegun.current) serviceInput.current?.focus();
  }, []);
  const left = useNumbersLeft(chosen?.service.id);
  const isServiceMissing = failures > 0 && chosen === null;
  const showsDay = !receivedOn.ok && (failures > 0 || receivedOn.because === 'inFuture');
  return (
    <Box sx={head}>
      <Autocomplete
        options={services}
        value={chosen}
        onChange={(_event, next) =>
          change({
            service: next ? { serviceId: next.service.id, formVersionId: next.formVersionId } : undefined,
          })
        }
        filterOptions={(options, { inputValue }) => [
          ...searchServices(options, inputValue === chosen?.service.name ? '' : inputValue),
        ]}
        getOptionLabel={({ service }) => service.name}
        getOptionKey={({ service }) => service.id}
        isOptionEqualToValue={(a, b) => a.service.id === b.service.id}
        autoHighlight
        openOnFocus
        disabled={isLocked}
        noOptionsText={text.noService}
        openText={text.service}
        closeText={de.app.close}
        clearText={text.discard}
        renderInput={(params) => (
          <TextField
            {...params}
            label={text.service}
            inputRef={serviceInput}
            error={isServiceMissing}
            helperText={isServiceMissing ? text.serviceMissing : chosen && text.numbersLeft(left)}
          />
        )}
      />
      <TextField
        select
        label={text.channel}
        value={draft.channel}
        onChange={(event) => change({ channel: enteredChannel.parse(event.target.value) })}
        disabled={isLocked}
        slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
      >
        {enteredChannel.options.map((channel) => (
          <option key={channel} value={channel}>
            {de.cases.facts.channels[channel]}
          </option>
        ))}
      </TextField>
      <TextField
        label={text.receivedOn}
        value={draft.receivedOn ?? formatLocalDate(today)}
        onChange={(event) => change({ receivedOn: event.target.value })}
        error={showsDay}
        helperText={showsDay ? text[receivedOn.because] : text.receivedHelp}
        slotProps={{ htmlInput: { readOnly: isLocked, autoComplete: 'off' } }}
        onFocus={(event) => event.target.select()}
      />
    </Box>
  );
}

const head = {
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'minmax(0, 1fr) 10rem 13rem' },
  gap: 2,
  alignItems: 'start',
} as const;
