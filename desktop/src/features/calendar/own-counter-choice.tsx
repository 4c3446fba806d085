import type { Counter } from '@amtsstube/shared/domain/counter';
import TextField from '@mui/material/TextField';
import { de } from '../../texts/de.ts';
import { useOwnCounter } from '../../ui/own-counter.ts';

/** Where this PC stands: times of that counter are kept ahead for it (K7). */
export function OwnCounterChoice({ counters }: { readonly counters: readonly Counter[] }) {
  const [own, setOwn] = useOwnCounter();
  const text = de.calendar.leases;
  return (
    <TextField
      select
      size="small"
      label={text.place}
      title={text.placeHelp}
      value={counters.some(({ id }) => id === own) ? own : ''}
      onChange={({ target }) => setOwn(counters.find(({ id }) => id === target.value)?.id)}
      slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
      sx={{ minWidth: '13rem' }}
    >
      <option value="">{text.noPlace}</option>
      {counters.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </TextField>
  );
}
