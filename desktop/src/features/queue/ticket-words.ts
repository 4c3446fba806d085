import type { Booking } from '@amtsstube/shared/domain/appointments/appointment';
import { isPunctual, type QueueRules } from '@amtsstube/shared/domain/appointments/queue-order';
import type { Ticket } from '@amtsstube/shared/domain/appointments/ticket';
import { formatClock, type Instant, millisecondsOf } from '@amtsstube/shared/domain/time';
import { de } from '../../texts/de.ts';

function minutesSince(at: Instant, now: Instant): number {
  return Math.max(0, Math.floor((millisecondsOf(now) - millisecondsOf(at)) / 60_000));
}

/** Whose number it is: her name where she is booked, else how she came. */
export function whoWords({ way }: Ticket, booking: Booking | undefined): string {
  return booking?.visitor.name ?? de.queue.ways[way];
}

/** What is known of her, in the order in which it matters to who calls. */
export function ticketFacts(
  ticket: Ticket,
  now: Instant,
  rules: QueueRules,
  nameOf: { readonly service: (id: string) => string; readonly counter: (id: string) => string },
): readonly string[] {
  const text = de.queue;
  const { state, appointment, serviceIds, counterId, isUrgent, arrivedAt, remark } = ticket;
  const where = (id: string | null) => (id === null ? '' : nameOf.counter(id));
  const stands = () => {
    switch (state.is) {
      case 'waiting':
        return text.waited(minutesSince(arrivedAt, now));
      case 'called':
        return text.calledAt(where(state.counterId), formatClock(state.calledAt), state.calls);
      case 'serving':
        return text.servingSince(where(state.counterId), formatClock(state.startedAt));
      case 'served':
        return text.servedAt(where(state.counterId), formatClock(state.at));
      case 'missed':
        return text.missedAt(formatClock(state.at));
    }
  };
  return [
    stands(),
    isUrgent ? text.urgent : '',
    appointment ? text.appointmentAt(formatClock(appointment.startsAt)) : '',
    appointment && !isPunctual(ticket, rules) ? text.late : '',
    serviceIds.map(nameOf.service).join(', '),
    state.is === 'waiting' && counterId !== null ? text.forCounter(where(counterId)) : '',
    remark,
  ].filter(Boolean);
}
