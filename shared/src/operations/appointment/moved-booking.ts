import type { Actor } from '../../domain/actor.ts';
import { type Booking, claimedBy } from '../../domain/appointments/appointment.ts';
import type { BookingSettings } from '../../domain/appointments/booking-settings.ts';
import type { Claim, ClaimWrite } from '../../domain/appointments/claim.ts';
import { can } from '../../domain/permissions.ts';
import type { ApplyContext } from '../define-operation.ts';
import type { AppointmentMail } from '../outcome.ts';
import type { Refusal } from '../refusal.ts';
import { tellsOfMoving } from './appointment-mails.ts';
import { minutesLater, type Place, releases, takes } from './booking-rules.ts';

type Placed = Pick<Booking, 'scope' | 'departmentId' | 'counterId' | 'startsAt' | 'endsAt' | 'freeAt'>;

export interface Moved {
  readonly booking: Booking;
  readonly effects: readonly AppointmentMail[];
}

/** Why this person may not move the appointment that she saw at `from`; undefined: she may. */
export function whyNotMoved(before: Booking | undefined, from: Place, actor: Actor): Refusal | undefined {
  if (before === undefined) return { code: 'noSuchAppointment' };
  if (!can(actor, { action: 'changeAppointment', in: before.departmentId })) return { code: 'notAllowed' };
  if (before.state.is === 'cancelled') return { code: 'appointmentCancelled' };
  const { counterId, startsAt } = before;
  if (counterId === from.counterId && startsAt === from.startsAt) return undefined;
  return { code: 'appointmentMoved', counterId, startsAt };
}

/** The appointment at another time, and the mails that say so. */
export function movedTo(
  before: Booking,
  placed: Placed,
  { decidedAt: now, actor }: Pick<ApplyContext, 'decidedAt' | 'actor'>,
): Moved {
  const { fence, changeCount } = before;
  const after = { ...notArrived(before), ...placed, fence: fence + 1, changeCount: changeCount + 1 };
  return tellsOfMoving(before, after, now, actor);
}

/** The former time cools, and the new one is taken: in one decision, so that nobody is ever without either. */
export function movesClaims(
  before: Booking,
  after: Booking,
  { coolingMinutes }: Pick<BookingSettings, 'coolingMinutes'>,
  now: ApplyContext['decidedAt'],
): readonly ClaimWrite[] {
  return [
    releases(claimedBy(before), {
      owner: before.id,
      until: minutesLater(now, coolingMinutes),
      fence: after.fence,
    }),
    takes(claimedBy(after), claimOf(after)),
  ];
}

/** How an appointment that stands has its time. */
export function claimOf({ id, state, fence }: Booking): Pick<Claim, 'state' | 'until' | 'owner' | 'fence'> {
  return state.is === 'unconfirmed'
    ? { state: 'unconfirmed', until: state.expiresAt, owner: id, fence }
    : { state: 'booked', until: null, owner: id, fence };
}

/** Who had come for the old time comes again for the new one. */
function notArrived({ arrived: _, ...before }: Booking): Booking {
  return before;
}
