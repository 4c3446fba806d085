import type { Slot } from '@amtsstube/shared/domain/appointments/slot-calendar';
import { unitMinutes } from '@amtsstube/shared/domain/appointments/unit';
import type { Instant } from '@amtsstube/shared/domain/time';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { de } from '../../texts/de.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { SubmitForm } from '../../ui/submit-form.tsx';
import { useObservable } from '../../ui/use-observable.ts';
import { BookedPerson } from './booked-person.tsx';
import { BookedTime } from './booked-time.tsx';
import { slotWords } from './time-words.ts';
import { type Booked, type BookingWay, useBookingForm } from './use-booking-form.ts';
import type { CalendarData } from './use-calendar-data.ts';

interface BookDialogProps {
  readonly data: CalendarData;
  readonly way: BookingWay;
  /** The time that was pressed in the calendar. */
  readonly slot: Slot | undefined;
  readonly now: Instant;
  readonly counterName: (id: string) => string;
  readonly onClose: () => void;
  readonly onBooked: (booked: Booked) => void;
}

/** Books for somebody who calls or stands at the counter: what, when, and the name, which has the focus. */
export function BookDialog(props: BookDialogProps) {
  const { data, way, slot, now, counterName, onClose, onBooked } = props;
  const titleId = useId();
  const form = useBookingForm(data, way, slot, now);
  const { desk } = useDesk();
  const line = useObservable(desk.health$, undefined)?.line.state ?? 'connecting';
  const isOffline = line !== 'connected' && line !== 'connecting';
  const text = de.calendar.booking;

  async function save() {
    const booked = await form.book();
    if (booked) onBooked(booked);
  }

  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="md">
      <SubmitForm onSubmit={() => void save()}>
        <DialogTitle id={titleId}>{way === 'phone' ? text.title : text.walkInTitle}</DialogTitle>
        <DialogContent>
          <Box sx={columns}>
            <BookedTime form={form} counterName={counterName} now={now} />
            <BookedPerson form={form} />
          </Box>
          <Box role="alert" sx={{ mt: 2, '&:empty': { display: 'none' } }}>
            {form.refusal && <Alert severity="error">{form.refusal.sentence}</Alert>}
          </Box>
          {form.refusal && form.refusal.nearest.length > 0 && (
            <Nearest form={form} counterName={counterName} />
          )}
          {isOffline && !form.refusal && (
            <Alert severity="warning" sx={{ mt: 2 }}>
              {de.calendar.server.offline}
            </Alert>
          )}
        </DialogContent>
        <DialogActions>
          {form.planned.possible && (
            <Typography variant="body2" color="textSecondary" sx={{ flex: 1, pl: 2 }} role="status">
              {form.isAsking
                ? de.calendar.server.asking
                : text.duration(form.planned.visit.visitUnits * unitMinutes)}
            </Typography>
          )}
          {form.isBegun && (
            <Button
              onClick={() => {
                form.discard();
                onClose();
              }}
            >
              {text.discard}
            </Button>
          )}
          <Button onClick={onClose}>{de.app.cancel}</Button>
          <Button type="submit" variant="contained" disabled={form.isAsking}>
            {text.save}
          </Button>
        </DialogActions>
      </SubmitForm>
    </Dialog>
  );
}

/** What is free instead, chosen with one press; everything typed stays. */
function Nearest(
  props: Pick<BookDialogProps, 'counterName'> & { readonly form: ReturnType<typeof useBookingForm> },
) {
  const { form, counterName } = props;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mt: 1 }}>
      <Typography>{de.calendar.server.nearest}</Typography>
      {form.refusal?.nearest.map((slot) => (
        <Button
          key={`${slot.start} ${slot.counterId}`}
          size="small"
          variant="outlined"
          onClick={() => form.choose(slot)}
        >
          {slotWords(slot, counterName)}
        </Button>
      ))}
    </Box>
  );
}

const columns = {
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'minmax(0, 1fr) minmax(0, 1fr)' },
  columnGap: 4,
  rowGap: 2,
  pt: 0.75,
} as const;
