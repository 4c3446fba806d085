import { createHash, randomUUID } from 'node:crypto';
import { type VisitKey, visitKey } from '@amtsstube/shared/domain/appointments/holds';
import { unitInstant } from '@amtsstube/shared/domain/appointments/unit';
import { chosenAnswers } from '@amtsstube/shared/domain/appointments/visit-questions';
import { visitServices } from '@amtsstube/shared/domain/appointments/visit-services';
import {
  type AppointmentId,
  appointmentId,
  counterId,
  type MunicipalityId,
  municipalityId,
  opId,
} from '@amtsstube/shared/domain/ids';
import { type Instant, instant, instantOf, millisecondsOf } from '@amtsstube/shared/domain/time';
import { z } from '@amtsstube/shared/domain/zod';
import type { TicketSeal } from '../ticket-seal.ts';

/** Of a page with free times: whoever presses a button twice keeps one time, not two. */
const timesTicket = z.strictObject({
  for: z.literal('times'),
  municipality: municipalityId,
  visitKey,
  page: z.string().max(60),
});
export type TimesTicket = z.infer<typeof timesTicket>;

/** A time that is kept while its form is filled in: what is sent with it, however often, is one and the same booking. */
const bookingTicket = z.strictObject({
  for: z.literal('booking'),
  municipality: municipalityId,
  appointmentId,
  visitKey,
  serviceIds: visitServices,
  /** Absent: nothing was asked. */
  answers: chosenAnswers.optional(),
  counterId,
  startsAt: unitInstant,
  opId,
  /** The page after sending names an address: it opens for a while only. */
  expiresAt: instant,
});
export type BookingTicket = z.infer<typeof bookingTicket>;

const bookingTicketHours = 12;

export function newVisitKey(): VisitKey {
  return visitKey.parse(randomUUID());
}

export function newTimesTicket(municipality: MunicipalityId, key: VisitKey): TimesTicket {
  return { for: 'times', municipality, visitKey: key, page: randomUUID() };
}

/** undefined: not made by this server. */
export function openTimesTicket(seal: TicketSeal, sealed: string): TimesTicket | undefined {
  return timesTicket.safeParse(seal.open(sealed)).data;
}

export function newBookingTicket(
  of: Omit<BookingTicket, 'for' | 'opId' | 'expiresAt'>,
  now: Instant,
): BookingTicket {
  return {
    for: 'booking',
    ...of,
    opId: opId.parse(`citizen.${randomUUID()}`),
    expiresAt: instantOf(millisecondsOf(now) + bookingTicketHours * 60 * 60 * 1000),
  };
}

/** undefined: not made by this server. */
export function openBookingTicket(seal: TicketSeal, sealed: string): BookingTicket | undefined {
  return bookingTicket.safeParse(seal.open(sealed)).data;
}

/** The same page and time make the same id, which nobody can guess who has neither. */
export function appointmentIdFor(
  { visitKey: key, page }: Pick<TimesTicket, 'visitKey' | 'page'>,
  startsAt: Instant,
): AppointmentId {
  const hash = createHash('sha256').update(`appointment ${key} ${page} ${startsAt}`).digest('base64url');
  return appointmentId.parse(`t${hash.slice(0, 32)}`);
}
