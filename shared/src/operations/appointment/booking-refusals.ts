import { ticketNumber } from '../../domain/appointments/ticket.ts';
import { clerkId, counterId, serviceId } from '../../domain/ids.ts';
import { instant, localDate } from '../../domain/time.ts';
import { z } from '../../domain/zod.ts';

const visitProblems = ['noSuchService', 'notByAppointment', 'notOnWeb', 'noCounter', 'tooLong'] as const;
const slotProblems = [
  'noSuchCounter',
  'notAtThisCounter',
  'past',
  'tooSoon',
  'tooFar',
  'closure',
  'closed',
  'internal',
  'blocked',
  'taken',
  'offStep',
] as const;

/** Why something about an appointment was refused; part of the closed list. */
export const bookingRefusals = [
  z.strictObject({ code: z.literal('noSuchAppointment') }),
  /** These services can't be had like that at all, whatever the time. */
  z.strictObject({
    code: z.literal('visitNotOffered'),
    why: z.enum(visitProblems),
    serviceId: serviceId.optional(),
  }),
  /** This time can't be had; `nearest` can, at the same counter on that day and the two after it (K2). */
  z.strictObject({
    code: z.literal('slotNotFree'),
    why: z.enum(slotProblems),
    nearest: z.array(z.strictObject({ counterId, startsAt: instant })).max(3),
  }),
  /** So many times at once are kept for one person. */
  z.strictObject({ code: z.literal('tooManyHolds'), most: z.int() }),
  /** The time that was kept is somebody else's by now, or was given up. */
  z.strictObject({ code: z.literal('holdGone') }),
  z.strictObject({ code: z.literal('alreadyExtended') }),
  z.strictObject({ code: z.literal('alreadyConfirmed') }),
  /** The link is of an older state of the appointment: the newest mail has another. */
  z.strictObject({ code: z.literal('linkUsed') }),
  z.strictObject({ code: z.literal('appointmentCancelled') }),
  /** Somebody else moved it first; where it is now. */
  z.strictObject({ code: z.literal('appointmentMoved'), counterId, startsAt: instant }),
  /** Opening hours that overlap, or can't be; in words, so that both are found. */
  z.strictObject({
    code: z.literal('hoursDontFit'),
    problem: z.enum(['impossible', 'neverFalls', 'overlap']),
    ranges: z.array(z.string().max(200)).min(1).max(2),
    on: localDate.nullable(),
  }),
  z.strictObject({ code: z.literal('noSuchLease') }),
  /** She who waited has a time by now, or waits no longer. */
  z.strictObject({ code: z.literal('notWaiting') }),
  /** She has come already, and has this number. */
  z.strictObject({ code: z.literal('alreadyArrived'), number: ticketNumber }),
  /** Her appointment is on another day. */
  z.strictObject({ code: z.literal('notToday'), startsAt: instant }),
  /** The mail was never answered: there is no appointment. */
  z.strictObject({ code: z.literal('notConfirmed') }),
  z.strictObject({ code: z.literal('noSuchTicket') }),
  /** Another desk has called her (K13). */
  z.strictObject({ code: z.literal('alreadyCalled'), counterId, byId: clerkId, at: instant }),
  /** She has been served, and is gone. */
  z.strictObject({ code: z.literal('alreadyServed'), byId: clerkId, at: instant }),
  /** Nobody has called her yet, or she was put back. */
  z.strictObject({ code: z.literal('notCalled') }),
  /** Never said by the server: without a line nobody here can tell whether the time is free. */
  z.strictObject({ code: z.literal('needsServer') }),
] as const;
