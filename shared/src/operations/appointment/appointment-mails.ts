import type { Actor } from '../../domain/actor.ts';
import type { Booking } from '../../domain/appointments/appointment.ts';
import { type LocalTime, localDay, minutesOf } from '../../domain/appointments/local-day.ts';
import { instantOfUnit, unitMinutes } from '../../domain/appointments/unit.ts';
import { addDays, type Instant, localDateOf } from '../../domain/time.ts';
import type { AppointmentMail } from '../outcome.ts';
import { minutesLater } from './booking-rules.ts';

/** Within that a clerk may take back where she moved an appointment to, and nobody is told twice. */
const minutesToThink = 3;
const reminderTime = '17:00' as LocalTime;

type More = Pick<AppointmentMail, 'from' | 'notBefore'>;

/** The mail to the person whose it is; none where she left no address. */
export function tells(
  { id, fence, visitor: { email } }: Booking,
  template: AppointmentMail['template'],
  more: More = {},
): readonly AppointmentMail[] {
  if (email === null) return [];
  return [{ kind: 'appointmentMail', template, to: email, appointmentId: id, fence, ...more }];
}

/** Of a booked appointment: on the calendar day before, at 17 o'clock here; none where that is over. */
export function reminds(booked: Booking, now: Instant): readonly AppointmentMail[] {
  const notBefore = reminderAt(booked.startsAt);
  return notBefore > now ? tells(booked, 'reminder', { notBefore }) : [];
}

export function reminderAt(startsAt: Instant): Instant {
  const { stretches } = localDay(addDays(localDateOf(startsAt), -1));
  // clocks change at night: the afternoon is in the day's last stretch
  const midnight = stretches.at(-1)?.midnight ?? 0;
  return instantOfUnit(midnight + minutesOf(reminderTime) / unitMinutes);
}

/**
 * What is told of a move. A clerk's is apologised for, and told a little later, with what the person knew before all moves of that while;
 * moved back by then, nothing is. Where the mail to confirm is unanswered, its link is used up, and she gets another.
 */
export function tellsOfMoving(
  before: Booking,
  after: Booking,
  now: Instant,
  by: Actor,
): { readonly booking: Booking; readonly effects: readonly AppointmentMail[] } {
  const { movedFrom: _, ...booking } = after;
  if (booking.state.is !== 'booked') return { booking, effects: tells(booking, 'confirmRequest') };
  const known = unaware(before, now) ?? before;
  const reminder = reminds(booking, now);
  const isAsKnown =
    known.counterId === booking.counterId &&
    known.startsAt === booking.startsAt &&
    known.endsAt === booking.endsAt;
  if (isAsKnown) return { booking, effects: reminder };
  const { counterId, startsAt, endsAt } = known;
  const from = { startsAt, endsAt };
  if (by.kind !== 'clerk') return { booking, effects: [...tells(booking, 'moved', { from }), ...reminder] };
  const tellAt = minutesLater(now, minutesToThink);
  return {
    booking: { ...booking, movedFrom: { counterId, startsAt, endsAt, tellAt } },
    effects: [...tells(booking, 'movedByOffice', { from, notBefore: tellAt }), ...reminder],
  };
}

/** Where its person still believes it to be; undefined: she knows. */
function unaware({ movedFrom }: Booking, now: Instant): Booking['movedFrom'] {
  return movedFrom && movedFrom.tellAt > now ? movedFrom : undefined;
}

/**
 * Who cancels what she hadn't confirmed knows it; of what is over, or ran out unconfirmed, there is nothing to tell.
 */
export function tellsOfCancelling(
  before: Booking,
  cancelled: Booking,
  now: Instant,
): readonly AppointmentMail[] {
  const { state, startsAt } = before;
  const known = unaware(before, now);
  const from = known && { from: { startsAt: known.startsAt, endsAt: known.endsAt } };
  if (startsAt <= now || cancelled.state.is !== 'cancelled') return [];
  if (cancelled.state.byId === null) return state.is === 'booked' ? tells(cancelled, 'cancelled', from) : [];
  const ranOut = state.is === 'unconfirmed' && state.expiresAt < now;
  return ranOut ? [] : tells(cancelled, 'cancelledByOffice', from);
}
