import { appointmentId, caseId, clerkId, counterId, departmentId } from '../ids.ts';
import { language } from '../language.ts';
import { scope } from '../scope.ts';
import { type Instant, instant } from '../time.ts';
import { z } from '../zod.ts';
import { numberMark, ticket, ticketNumber } from './ticket.ts';
import { type Unit, unitInstant, unitOf } from './unit.ts';
import { givenAnswers } from './visit-questions.ts';
import { visitServices } from './visit-services.ts';

/** Who comes: known to the counter's department alone, and to nobody else outside. */
export const visitor = z.strictObject({
  name: z.string().min(1).max(120),
  /** null: reached by phone, or not at all. */
  email: z.email().max(254).nullable(),
  phone: z.string().max(60),
});
export type Visitor = z.infer<typeof visitor>;

/** What has become of it. */
const bookingState = z.discriminatedUnion('is', [
  /** Its mail was not answered yet; after `expiresAt` somebody else may have the time. */
  z.strictObject({ is: z.literal('unconfirmed'), expiresAt: instant }),
  z.strictObject({ is: z.literal('booked'), at: instant }),
  z.strictObject({
    is: z.literal('cancelled'),
    at: instant,
    /** null: by the citizen. */
    byId: clerkId.nullable(),
    reason: z.string().max(500),
  }),
]);

/** An appointment: a time at a counter that is somebody's. */
export const booking = z.strictObject({
  kind: z.literal('booking'),
  id: appointmentId,
  scope,
  departmentId,
  counterId,
  serviceIds: visitServices,
  startsAt: unitInstant,
  endsAt: unitInstant,
  /** The counter is free again: `endsAt` and the buffer. */
  freeAt: unitInstant,
  state: bookingState,
  /** Grows with each change of what is claimed: a link that names an older one is used up (K4). */
  fence: z.int().min(1),
  /** How often the time was changed: what a calendar calls SEQUENCE. */
  changeCount: z.int().min(0),
  /** Clerks moved it, and its person is told at `tellAt` only, so that a slip can be put right; what she knows till then. */
  movedFrom: z
    .strictObject({ counterId, startsAt: unitInstant, endsAt: unitInstant, tellAt: instant })
    .optional(),
  way: z.enum(['web', 'phone', 'counter']),
  visitor,
  /** What the person says about it, or the clerk. */
  remark: z.string().max(500),
  /** What she was asked before she chose the time, as it was worded then. Absent: nothing. */
  answers: givenAnswers.optional(),
  /** She has come, and has this number. Absent: not yet. */
  arrived: z.strictObject({ ticketId: appointmentId, number: ticketNumber, at: instant }).optional(),
  language,
  caseId: caseId.nullable(),
  madeAt: instant,
  /** null: by the citizen. */
  madeById: clerkId.nullable(),
});
export type Booking = z.infer<typeof booking>;

export const appointment = z.discriminatedUnion('kind', [booking, ticket, numberMark]);
export type Appointment = z.infer<typeof appointment>;

export function isBooking(each: Appointment): each is Booking {
  return each.kind === 'booking';
}

/** Somebody may come: neither cancelled, nor left unconfirmed until its time was up. */
export function isStanding({ state }: Booking, now: Instant): boolean {
  return state.is === 'booked' || (state.is === 'unconfirmed' && state.expiresAt >= now);
}

/** The stretch of its counter's time that it claims. */
export function claimedBy({
  counterId: counter,
  startsAt,
  freeAt,
}: Pick<Booking, 'counterId' | 'startsAt' | 'freeAt'>): {
  readonly counterId: Booking['counterId'];
  readonly from: Unit;
  readonly to: Unit;
} {
  return { counterId: counter, from: unitOf(startsAt), to: unitOf(freeAt) };
}
