import { appointment, type Booking, isBooking } from '@amtsstube/shared/domain/appointments/appointment';
import { unitOf } from '@amtsstube/shared/domain/appointments/unit';
import { ref } from '@amtsstube/shared/domain/documents';
import type { AppointmentId, MunicipalityId } from '@amtsstube/shared/domain/ids';
import { requestBooking } from '@amtsstube/shared/operations/appointment/request-booking';
import type { Refusal } from '@amtsstube/shared/operations/refusal';
import type { CoreContext } from '../../core-context.ts';
import type { CitizenContext } from '../citizen-context.ts';
import { decideOnce } from '../decide-once.ts';
import { language } from '../language.ts';
import type { BookingVisit } from './booking-visit.ts';
import type { Details } from './details.ts';
import { countersAt } from './free-times.ts';
import { holdOf } from './hold-time.ts';

export type Requested =
  | { readonly is: 'requested' }
  | { readonly is: 'refused'; readonly reason: Refusal }
  /** Of this address there are as many to come as may be. */
  | { readonly is: 'tooMany' };

/** Books until the mail is answered; any number of times with the same ticket: the first time counts. */
export async function requestTime(
  { core, openBookings, limits }: CitizenContext,
  visit: BookingVisit,
  details: Details,
): Promise<Requested> {
  const { municipality, ticket } = visit;
  if (await bookingOf(core, municipality.id, ticket.appointmentId)) return { is: 'requested' };
  const result = await openBookings.within(
    municipality.id,
    details.visitor.email,
    limits.openBookings,
    async () => {
      const hold = await holdOf(core, municipality.id, ticket);
      return decideOnce(core, municipality.id, {
        opId: ticket.opId,
        definition: requestBooking,
        payload: {
          appointmentId: ticket.appointmentId,
          hold: hold ? { visitKey: ticket.visitKey, fence: hold.fence } : null,
          serviceIds: ticket.serviceIds,
          // what ran out may be had at another counter by now
          counterId: hold?.counterId ?? counterFor(visit),
          startsAt: ticket.startsAt,
          ...details,
          ...(ticket.answers && { answers: ticket.answers }),
          language: language(),
        },
      });
    },
  );
  if (!result) return { is: 'tooMany' };
  if (result.decided === 'accepted') return { is: 'requested' };
  const { reason } = result;
  return reason.code === 'alreadyExists' ? { is: 'requested' } : { is: 'refused', reason };
}

function counterFor({ times, asked, ticket }: BookingVisit) {
  const free = countersAt(times, asked.visit, unitOf(ticket.startsAt));
  return free.includes(ticket.counterId) ? ticket.counterId : (free[0] ?? ticket.counterId);
}

/** undefined: there is none of this id. */
export async function bookingOf(
  { store }: Pick<CoreContext, 'store'>,
  municipality: MunicipalityId,
  id: AppointmentId,
): Promise<Booking | undefined> {
  const stored = await store.snapshot(municipality, (read) => read.document(ref('appointments', id)));
  const found = stored?.document ? appointment.parse(stored.document) : undefined;
  return found && isBooking(found) ? found : undefined;
}
