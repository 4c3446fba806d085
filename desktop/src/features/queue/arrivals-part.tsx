import { formatClock } from '@amtsstube/shared/domain/time';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useRef, useState } from 'react';
import { de } from '../../texts/de.ts';
import { ListRow, RowList } from '../../ui/list-row.tsx';
import { useSettingName } from '../../ui/names.ts';
import { Part } from '../../ui/part.tsx';
import { SubmitForm } from '../../ui/submit-form.tsx';
import { useShortcuts } from '../../ui/use-shortcuts.ts';
import { useToday } from '../../ui/use-today.ts';
import { expected, findArrivals } from './find-arrivals.ts';
import type { QueueActs } from './use-queue-acts.ts';
import type { QueueData } from './use-queue-data.ts';

/** Who is booked for today and is checked in here: by a scanned code, by name, or from the list. */
export function ArrivalsPart({ data, acts }: { readonly data: QueueData; readonly acts: QueueActs }) {
  const today = useToday();
  const settingName = useSettingName();
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useShortcuts({ search: () => field.current?.focus() });
  const text = de.queue;
  const all = expected(data.bookings, today);
  const found = findArrivals(typed, data.bookings, today);
  const shown = typed.trim() === '' ? all : found.is === 'names' ? found.bookings : [];

  /** A scanner ends with the enter key. */
  async function enter(): Promise<void> {
    if (typed.trim() === '') return;
    if (found.is === 'unknownCode') return acts.say({ severity: 'warning', sentence: text.unknownCode });
    const [one] = found.is === 'code' ? [found.booking] : found.bookings;
    if (!one) return acts.say({ severity: 'warning', sentence: text.notFound });
    if (found.is === 'names' && found.bookings.length > 1)
      return acts.say({ severity: 'warning', sentence: text.several(found.bookings.length) });
    await acts.checkIn(one);
    setTyped('');
  }

  return (
    <Part title={text.booked(all.length)}>
      <SubmitForm onSubmit={enter} sx={{ mb: 1, maxWidth: '28rem' }}>
        <TextField
          fullWidth
          size="small"
          label={text.find}
          helperText={text.findHelp}
          value={typed}
          inputRef={field}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 700 } }}
        />
      </SubmitForm>
      {all.length === 0 && <Typography color="textSecondary">{text.nobodyBooked}</Typography>}
      <RowList>
        {shown.map((booking) => (
          <ListRow
            key={booking.id}
            name={`${formatClock(booking.startsAt)} ${booking.visitor.name}`}
            facts={[
              booking.serviceIds.map(settingName).join(', '),
              data.counters.find(({ id }) => id === booking.counterId)?.name,
              booking.remark,
            ]
              .filter(Boolean)
              .join(' · ')}
          >
            <Button
              size="small"
              variant="outlined"
              aria-label={text.checkInOne(booking.visitor.name)}
              disabled={acts.isBusy}
              onClick={() => void acts.checkIn(booking)}
            >
              {text.checkIn}
            </Button>
          </ListRow>
        ))}
      </RowList>
    </Part>
  );
}
