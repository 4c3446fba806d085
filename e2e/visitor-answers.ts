import { type Booking, isBooking } from '@amtsstube/shared/domain/appointments/appointment';
import type { Ticket } from '@amtsstube/shared/domain/appointments/ticket';
import type { Task } from '@amtsstube/shared/domain/task';
import type { Instant } from '@amtsstube/shared/domain/time';
import type { Town } from './town.ts';

/**
 * What the server says has become of each visitor, by her name, or by day and number where she has no appointment:
 * `served`, `missed` (called, and not there), `notCome` (never there at her time), `cancelled`, `lapsed` (her mail was never
 * answered), `booked` (to come), and beside or instead of that `call to make` or `called` (of a wish). Anything else is none.
 */
export async function answersOf(town: Town, now: Instant): Promise<Readonly<Record<string, string>>> {
  const stored = await town.documents('appointments');
  const tickets = stored.filter((each) => each.kind === 'ticket');
  const byId = new Map(tickets.map((each) => [each.id, each]));
  const wishes = (await town.documents('tasks')).filter(({ wish }) => wish !== undefined);
  const answers = new Map<string, string[]>();
  const answer = (who: string, what: string) => answers.set(who, [...(answers.get(who) ?? []), what]);
  for (const booking of stored.filter(isBooking)) {
    const ticket = booking.arrived && byId.get(booking.arrived.ticketId);
    answer(booking.visitor.name, ticket ? ticketAnswer(ticket) : bookingAnswer(booking, now));
  }
  for (const ticket of tickets)
    if (ticket.appointment === null) answer(`${ticket.on} ${ticket.number}`, ticketAnswer(ticket));
  for (const task of wishes) {
    const call = callAnswer(task);
    if (call !== undefined) answer(task.text, call);
  }
  return Object.fromEntries([...answers].map(([who, all]) => [who, all.join(', ')]));
}

function bookingAnswer({ state, endsAt }: Booking, now: Instant): string {
  if (state.is === 'cancelled') return 'cancelled';
  if (state.is === 'unconfirmed') return state.expiresAt < now ? 'lapsed' : 'unconfirmed';
  return endsAt < now ? 'notCome' : 'booked';
}

function ticketAnswer({ state }: Ticket): string {
  return state.is === 'served' || state.is === 'missed' ? state.is : `still ${state.is}`;
}

/** undefined: nobody has to call her, since she has what she first wished for, or is told by mail. */
function callAnswer({ wish, done }: Task): string | undefined {
  const settled = wish?.settled ?? null;
  if (settled === null) return 'not settled';
  if (done === null) return 'call to make';
  const [first] = wish?.wishes ?? [];
  const isFirst = settled.is === 'booked' && settled.startsAt === first?.startsAt;
  return isFirst || (settled.is === 'booked' && wish?.visitor.email !== null) ? undefined : 'called';
}
