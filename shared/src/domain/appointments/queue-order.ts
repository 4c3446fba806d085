import type { ClerkId, CounterId } from '../ids.ts';
import { type Instant, instantOf, millisecondsOf } from '../time.ts';
import type { BookingSettings } from './booking-settings.ts';
import type { Ticket } from './ticket.ts';

/** What decides who is next (K13), in minutes. */
export interface QueueRules {
  /** So long before her time somebody booked counts as due. */
  readonly earlyMinutes: number;
  /** Who comes later than that waits like everybody without an appointment. */
  readonly lateMinutes: number;
  /** Who waits longer than that without an appointment goes among the booked. 0: all go by when they came. */
  readonly longestMinutes: number;
}

export function queueRulesOf({
  queueEarlyMinutes = 5,
  queueLateMinutes = 15,
  queueLongestMinutes = 45,
}: Pick<BookingSettings, 'queueEarlyMinutes' | 'queueLateMinutes' | 'queueLongestMinutes'>): QueueRules {
  return {
    earlyMinutes: queueEarlyMinutes,
    lateMinutes: queueLateMinutes,
    longestMinutes: queueLongestMinutes,
  };
}

const later = (at: Instant, minutes: number) => instantOf(millisecondsOf(at) + minutes * 60_000);

/** Came in time for her appointment, or not too late. */
export function isPunctual({ appointment, arrivedAt }: Ticket, { lateMinutes }: QueueRules): boolean {
  return appointment !== null && arrivedAt <= later(appointment.startsAt, lateMinutes);
}

/**
 * Those who wait, the next first: who can't wait; then who is booked and due, by her time, and among them who has waited
 * longest without; then the others as they came; last who is booked for later.
 */
export function queueOrder(tickets: readonly Ticket[], now: Instant, rules: QueueRules): readonly Ticket[] {
  return tickets
    .filter(({ state }) => state.is === 'waiting')
    .map((ticket) => ({ ticket, place: placeOf(ticket, now, rules) }))
    .toSorted(
      (a, b) =>
        a.place.rank - b.place.rank ||
        compare(a.place.since, b.place.since) ||
        compare(a.ticket.arrivedAt, b.ticket.arrivedAt) ||
        compare(a.ticket.id, b.ticket.id),
    )
    .map(({ ticket }) => ticket);
}

function placeOf(ticket: Ticket, now: Instant, rules: QueueRules): { rank: number; since: Instant } {
  const { appointment, arrivedAt, isUrgent } = ticket;
  if (isUrgent) return { rank: 0, since: arrivedAt };
  if (appointment !== null && isPunctual(ticket, rules)) {
    const isDue = later(appointment.startsAt, -rules.earlyMinutes) <= now;
    return { rank: isDue ? 1 : 3, since: appointment.startsAt };
  }
  const among = later(arrivedAt, rules.longestMinutes);
  return among <= now ? { rank: 1, since: among } : { rank: 2, since: arrivedAt };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Whether a desk may call her. Without a line only who waits for its own counter (K13): any other one may have been called
 * elsewhere since. With one the server sees to it that exactly one desk gets her.
 */
export function mayCall(
  { counterId }: Pick<Ticket, 'counterId'>,
  own: CounterId | undefined,
  hasLine: boolean,
): boolean {
  if (own === undefined) return false;
  return hasLine || counterId === own;
}

/** Whom this desk has at its counter: called, and not done with yet. */
export function atCounter(
  tickets: readonly Ticket[],
  own: CounterId | undefined,
  by: ClerkId,
): readonly Ticket[] {
  return tickets.filter(
    ({ state }) =>
      (state.is === 'called' || state.is === 'serving') && state.counterId === own && state.byId === by,
  );
}
