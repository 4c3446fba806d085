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
import { SubmitForm } from '../../ui/submit-form.tsx';
import { BookedPerson } from './booked-person.tsx';
import { BookedTime } from './booked-time.tsx';
import type { BookingStart } from './booking-start.ts';
import { BookingStartNote } from './booking-start-note.tsx';
import { NearestChoice } from './nearest-choice.tsx';
import { type Booked, type BookingWay, useBookingForm } from './use-booking-form.ts';
import type { CalendarData } from './use-calendar-data.ts';
import { WishPart } from './wish-part.tsx';
import type { NotedWish } from './wish-slip.tsx';

interface BookDialogProps {
  readonly data: CalendarData;
  readonly way: BookingWay;
  /** The time that was pressed in the calendar. */
  readonly slot: Slot | undefined;
  /** For somebody who is known already. */
  readonly start?: BookingStart | undefined;
  readonly now: Instant;
  readonly counterName: (id: string) => string;
  readonly onClose: () => void;
  readonly onBooked: (booked: Booked) => void;
  readonly onNoted: (noted: NotedWish) => void;
}

/** Books for somebody who calls or stands at the counter: what, when, and the name, which has the focus. */
export function BookDialog(props: BookDialogProps) {
  const { data, way, slot, start, now, counterName, onClose, onBooked, onNoted } = props;
  const titleId = useId();
  const form = useBookingForm(data, way, slot, now, start);
  const isFirm = form.slot !== undefined && form.isFirm(form.slot);
  const text = de.calendar.booking;

  async function save() {
    if (form.wish.is) {
      const noted = await form.wish.note();
      if (noted) onNoted(noted);
      return;
    }
    const booked = await form.book();
    if (booked) onBooked(booked);
  }

  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="md">
      <SubmitForm onSubmit={() => void save()}>
        <DialogTitle id={titleId}>{way === 'phone' ? text.title : text.walkInTitle}</DialogTitle>
        <DialogContent>
          {form.isOffline && !form.refusal && (
            <Alert severity={isFirm ? 'success' : 'warning'} sx={{ mb: 2 }}>
              {isFirm
                ? de.calendar.leases.offline
                : form.wish.is
                  ? de.calendar.wish.explained
                  : de.calendar.server.offline}
            </Alert>
          )}
          {start && <BookingStartNote start={start} counterName={counterName} />}
          <Box sx={columns}>
            <BookedTime form={form} counterName={counterName} now={now} />
            <BookedPerson form={form} />
          </Box>
          {form.wish.is && <WishPart form={form} counterName={counterName} />}
          <Box sx={{ display: 'grid', gap: 1, mt: 2, '&:empty': { display: 'none' } }}>
            <NearestChoice refusal={form.refusal} counterName={counterName} onChoose={form.choose} />
          </Box>
        </DialogContent>
        <DialogActions>
          {form.planned.possible && (
            <Typography variant="body2" color="textSecondary" sx={{ flex: 1, pl: 2 }} role="status">
              {form.isAsking
                ? de.calendar.server.asking
                : text.duration(form.planned.visit.visitUnits * unitMinutes)}
            </Typography>
          )}
          <Button
            onClick={() => {
              form.discard();
              onClose();
            }}
          >
            {de.app.cancel}
          </Button>
          <Button type="submit" variant="contained" disabled={form.isAsking}>
            {form.wish.is ? de.calendar.wish.save : text.save}
          </Button>
        </DialogActions>
      </SubmitForm>
    </Dialog>
  );
}

const columns = {
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) minmax(0, 1fr)' },
  columnGap: 4,
  rowGap: 2,
  pt: 0.75,
} as const;
