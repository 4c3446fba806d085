import type { Booking } from '@amtsstube/shared/domain/appointments/appointment';
import { unitMinutes, unitOf } from '@amtsstube/shared/domain/appointments/unit';
import { formatLocalDate, type Instant, localDateOf } from '@amtsstube/shared/domain/time';
import type { PayloadOf } from '@amtsstube/shared/operations/registry';
import type { WaitingPerson } from '@amtsstube/shared/replication/waiting-list';
import { type BookingDraft, emptyDraft } from './booking-draft.ts';

/** For whom a booking is begun, where that is known already. */
export type BookingStart =
  | { readonly is: 'waiting'; readonly person: WaitingPerson }
  /** Her appointment was cancelled a moment ago, and she is to have it again. */
  | { readonly is: 'again'; readonly booking: Booking };

/** A draft of its own: what was begun for somebody else stays as it is. */
export function draftKeyOf(start: BookingStart): string {
  return start.is === 'waiting'
    ? `booking/waiting/${start.person.waitingId}`
    : `booking/again/${start.booking.id}`;
}

/** The form as it is found. */
export function draftOf(start: BookingStart, now: Instant): BookingDraft {
  if (start.is === 'waiting') {
    const { visitor, serviceIds, firstOn, language } = start.person;
    const fromDay = firstOn > localDateOf(now) ? formatLocalDate(firstOn) : '';
    return { ...emptyDraft, ...typedOf(visitor), serviceIds, fromDay, language };
  }
  const { visitor, serviceIds, counterId, startsAt, remark, language, caseId } = start.booking;
  const slot = { counterId, start: unitOf(startsAt) };
  const fromDay = formatLocalDate(localDateOf(startsAt));
  return { ...emptyDraft, ...typedOf(visitor), serviceIds, slot, fromDay, remark, language, caseId };
}

/** How long it was, where a clerk had made it longer or shorter than its services take; undefined: as long as they do. */
export function minutesOf(
  start: BookingStart | undefined,
  serviceIds: readonly string[],
  usualUnits: number,
): number | undefined {
  if (start?.is !== 'again' || start.booking.serviceIds.join() !== serviceIds.join()) return undefined;
  const units = unitOf(start.booking.endsAt) - unitOf(start.booking.startsAt);
  return units === usualUnits ? undefined : units * unitMinutes;
}

/** Whose time is free for her: the server gives up for this booking what is offered to her. */
export function ownOf(start: BookingStart | undefined): string | undefined {
  return start?.is === 'waiting' ? start.person.openOffer?.appointmentId : undefined;
}

/** What the operation says of it. */
export function namedBy(
  start: BookingStart | undefined,
): Pick<PayloadOf<'bookByClerk'>, 'waitingId' | 'cancelledId'> {
  if (start === undefined) return {};
  return start.is === 'waiting' ? { waitingId: start.person.waitingId } : { cancelledId: start.booking.id };
}

function typedOf({ name, phone, email }: Booking['visitor']): Pick<BookingDraft, 'name' | 'phone' | 'email'> {
  return { name, phone, email: email ?? '' };
}
