import type { Booking } from '@amtsstube/shared/domain/appointments/appointment';
import type { Slot } from '@amtsstube/shared/domain/appointments/slot-calendar';
import { instantOfUnit, unitMinutes, unitOf } from '@amtsstube/shared/domain/appointments/unit';
import { planVisit } from '@amtsstube/shared/domain/appointments/visit';
import { formatLocalDate, type Instant, localDateOf } from '@amtsstube/shared/domain/time';
import { lasting } from '@amtsstube/shared/operations/appointment/booking-rules';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMemo, useState } from 'react';
import { de } from '../../texts/de.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { readClock, unitAtClock } from '../../ui/read-clock.ts';
import { readDate } from '../../ui/read-date.ts';
import { useToday } from '../../ui/use-today.ts';
import { moveCalendar, nextFreeTimes } from './free-times.ts';
import { leaseForMove } from './lease-times.ts';
import { NearestChoice } from './nearest-choice.tsx';
import type { NotDone } from './refused-words.ts';
import { SlotChoice } from './slot-choice.tsx';
import { spanWords, toldWords } from './time-words.ts';
import type { CalendarData } from './use-calendar-data.ts';
import type { Moves } from './use-moves.ts';
import { clockAt, dayOf } from './wall-clock.ts';

interface MoveDialogProps {
  readonly booking: Booking;
  readonly data: CalendarData;
  readonly now: Instant;
  readonly moves: Moves;
  readonly counterName: (id: string) => string;
  readonly onClose: () => void;
}

/** Another day, time, counter or length, typed; the way for who doesn't drag. */
export function MoveDialog({ booking, data, now, moves, counterName, onClose }: MoveDialogProps) {
  const text = de.calendar.moving;
  const today = useToday();
  const usualUnits = unitOf(booking.endsAt) - unitOf(booking.startsAt);
  const [day, setDay] = useState(formatLocalDate(localDateOf(booking.startsAt)));
  const [clock, setClock] = useState(clockAt(booking.startsAt));
  const [counterId, setCounterId] = useState(booking.counterId);
  const [minutes, setMinutes] = useState(String(usualUnits * unitMinutes));
  const [isTried, setIsTried] = useState(false);
  const [refusal, setRefusal] = useState<NotDone>();

  const on = readDate(day, today);
  const units = readUnits(minutes);
  const clockUnits = readClock(clock);
  const start = on && clockUnits !== undefined ? unitAtClock(on, clockUnits) : undefined;
  const to = start === undefined ? undefined : { counterId, start };
  const isSame =
    to !== undefined &&
    to.start === unitOf(booking.startsAt) &&
    counterId === booking.counterId &&
    units === usualUnits;
  const wanted =
    to && units !== undefined && !isSame ? { moved: booking, to, minutes: units * unitMinutes } : undefined;
  const why = wanted && moves.whyNot(wanted);
  const wish = wanted && moves.wish(wanted);
  const { known } = moves;
  const times = useMemo(() => {
    const planned = planVisit(data.rules, booking.serviceIds, 'desk');
    if (!planned.possible || on === undefined) return [];
    const visit = lasting(planned.visit, (units ?? usualUnits) * unitMinutes);
    const { stepMinutes } = data.booking;
    return nextFreeTimes(moveCalendar(known, now, booking), visit, {
      first: on,
      most: 8,
      mostPerDay: 8,
      stepMinutes,
    });
  }, [data, known, booking, on, units, usualUnits, now]);

  async function save() {
    setIsTried(true);
    if (!to || units === undefined || isSame || why !== undefined) return;
    await endWith(moves.move(booking, to, units));
  }

  async function endWith(done: Promise<NotDone | undefined>) {
    setRefusal(undefined);
    const problem = await done;
    if (problem) setRefusal(problem);
    else onClose();
  }

  function choose(slot: Slot) {
    setRefusal(undefined);
    setDay(formatLocalDate(dayOf(slot.start)));
    setClock(clockAt(instantOfUnit(slot.start)));
    setCounterId(slot.counterId);
  }

  return (
    <ConfirmDialog
      open
      title={text.title}
      confirm={text.save}
      busy={moves.isAsking}
      onConfirm={() => void save()}
      onCancel={onClose}
    >
      <Box sx={{ display: 'grid', gap: 2, pt: 0.5 }}>
        <Typography>{text.lead(booking.visitor.name, spanWords(booking))}</Typography>
        {known.isOffline && (
          <Alert
            severity={wanted && why === undefined ? 'success' : 'warning'}
            action={
              wish && (
                <Button
                  color="inherit"
                  size="small"
                  disabled={moves.isAsking}
                  onClick={() => void endWith(wish())}
                >
                  {text.wish}
                </Button>
              )
            }
          >
            {wanted && why === undefined ? de.calendar.leases.movable : de.calendar.server.offlineMove}
          </Alert>
        )}
        <DateField
          label={text.day}
          text={day}
          onChange={setDay}
          required
          autoFocus
          problem={on === undefined && isTried ? de.dates.notADate : undefined}
        />
        <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 1.5, alignItems: 'start' }}>
          <TextField
            label={text.clock}
            value={clock}
            onChange={(event) => setClock(event.target.value)}
            error={clockUnits === undefined}
            helperText={clockUnits === undefined && de.calendar.booking.otherWrong}
            slotProps={{ htmlInput: { autoComplete: 'off', maxLength: 8 } }}
          />
          <TextField
            label={text.minutes}
            value={minutes}
            onChange={(event) => setMinutes(event.target.value)}
            error={units === undefined}
            helperText={units === undefined && text.minutesWrong}
            slotProps={{ htmlInput: { autoComplete: 'off', inputMode: 'numeric', maxLength: 3 } }}
          />
        </Box>
        <TextField
          select
          label={de.calendar.counter}
          value={counterId}
          onChange={(event) => setCounterId(event.target.value as typeof counterId)}
          slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
        >
          {data.counters.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </TextField>
        <Typography
          role="status"
          variant="body2"
          sx={{ color: 'error.main', '&:empty': { display: 'none' } }}
        >
          {why && de.calendar.booking.notFree(why)}
          {isTried && isSame && text.same}
        </Typography>
        <SlotChoice
          label={de.calendar.booking.times}
          times={times}
          chosen={to}
          counterName={counterName}
          onChoose={choose}
          {...(known.isOffline && { none: de.calendar.leases.none })}
          isFirm={(slot) =>
            leaseForMove(data.leases.own, booking, slot, (units ?? usualUnits) * unitMinutes) !== undefined
          }
        />
        <NearestChoice refusal={refusal} counterName={counterName} onChoose={choose} />
        <Typography variant="body2" color="textSecondary">
          {toldWords(booking)}
        </Typography>
      </Box>
    </ConfirmDialog>
  );
}

/** What the operation takes (`moveAppointment`): 5 to 480 minutes. */
function readUnits(minutes: string): number | undefined {
  if (!/^\s*\d{1,3}\s*$/.test(minutes)) return undefined;
  const value = Number(minutes);
  return value >= unitMinutes && value <= 480 && value % unitMinutes === 0 ? value / unitMinutes : undefined;
}
