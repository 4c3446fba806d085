import type { Instant } from '../time.ts';
import { localDateOf } from '../time.ts';
import { type Appointment, type Booking, isBooking } from './appointment.ts';
import type { BookingSettings } from './booking-settings.ts';
import { makeCounterDay } from './counter-day.ts';
import { unitOf } from './unit.ts';
import type { BookingRules } from './visit.ts';

type Hours = Pick<BookingRules, 'counters'> & { readonly booking: Pick<BookingSettings, 'closures'> };

/**
 * Whom a change of opening hours, an exception, a closure or a blocked time would hit: appointments to come that fit
 * now and wouldn't afterwards, by time. What fitted nowhere before isn't counted again.
 */
export function hitAppointments(
  appointments: readonly Appointment[],
  before: Hours,
  after: Hours,
  now: Instant,
): readonly Booking[] {
  return outsideHours(appointments, after, now).filter((each) => isOpen(each, before));
}

/**
 * Appointments to come that stand where nobody is received by now, by time: whom changes have hit, and nobody has moved
 * or cancelled yet. Asked after a change too, it finds who booked while that was being saved.
 */
export function outsideHours(
  appointments: readonly Appointment[],
  hours: Hours,
  now: Instant,
): readonly Booking[] {
  return appointments
    .filter(isBooking)
    .filter((each) => each.state.is !== 'cancelled' && each.freeAt > now && !isLapsed(each, now))
    .filter((each) => !isOpen(each, hours))
    .toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : 0));
}

/** Never confirmed: nobody comes. */
function isLapsed({ state }: Booking, now: Instant): boolean {
  return state.is === 'unconfirmed' && state.expiresAt < now;
}

function isOpen({ counterId, startsAt, freeAt }: Booking, { counters, booking }: Hours): boolean {
  const counter = counters.find(({ id }) => id === counterId);
  if (!counter || counter.deactivatedAt !== undefined) return false;
  const day = makeCounterDay(counter, booking, localDateOf(startsAt), () => false);
  const start = unitOf(startsAt);
  return (day.runs.desk[start - day.from] ?? 0) >= unitOf(freeAt) - start;
}
