import type { Hold } from '@amtsstube/shared/domain/appointments/holds';
import { instantOfUnit, unitOf } from '@amtsstube/shared/domain/appointments/unit';
import type { Request, Response } from 'express';
import type { TownTimes } from '../../booking/booking-times.ts';
import type { CitizenContext } from '../citizen-context.ts';
import { type MunicipalityFrame, municipalityOf } from '../municipality-reader.ts';
import { sendPage } from '../page.ts';
import { type AskedVisit, askedVisit } from './asked-visit.ts';
import { bookingHome } from './booking-paths.ts';
import { type BookingTicket, openBookingTicket } from './booking-tickets.ts';
import type { TypedDetails } from './details.ts';
import { type DetailsPage, detailsPage } from './details-page.ts';
import { heldNow } from './hold-clock.ts';
import { holdOf } from './hold-time.ts';

/** One request about a time that is, or was, kept for a person. */
export interface BookingVisit {
  readonly municipality: MunicipalityFrame;
  readonly ticket: BookingTicket;
  readonly asked: AskedVisit;
  readonly times: TownTimes;
  readonly hold: Hold | undefined;
}

/** What a request's address names; `visit` undefined: the ticket isn't ours, or the services are offered no more. */
export async function bookingVisitOf(
  { core, seal, times: allTimes }: CitizenContext,
  request: Request,
): Promise<{
  readonly municipality: MunicipalityFrame;
  readonly ticket: BookingTicket | undefined;
  readonly visit: BookingVisit | undefined;
}> {
  const municipality = await municipalityOf(core, request);
  const opened = openBookingTicket(seal, String(request.params['ticket']));
  const ticket = opened?.municipality === municipality.id ? opened : undefined;
  if (!ticket) return { municipality, ticket, visit: undefined };
  // her own hold is no reason to offer its neighbours to nobody
  const times = await allTimes.at(municipality.id, ticket.appointmentId);
  const asked = askedVisit(times.rules, ticket.serviceIds, ticket.answers);
  if (!asked.ok) return { municipality, ticket, visit: undefined };
  const hold = await holdOf(core, municipality.id, ticket);
  return { municipality, ticket, visit: { municipality, ticket, asked, times, hold } };
}

export function bookPath({ seal }: Pick<CitizenContext, 'seal'>, ticket: BookingTicket): string {
  return `${bookingHome({ id: ticket.municipality })}/book/${seal.seal(ticket)}`;
}

/** The form again, or for the first time, with all that was typed. */
export function showDetails(
  context: CitizenContext,
  response: Response,
  { municipality, ticket, asked, hold }: BookingVisit,
  status: number,
  shown: { readonly typed: TypedDetails } & Partial<
    Pick<DetailsPage, 'problems' | 'refusal' | 'other' | 'toll'>
  >,
): void {
  sendPage(
    response,
    status,
    detailsPage({
      municipality,
      asked,
      startsAt: ticket.startsAt,
      endsAt: instantOfUnit(unitOf(ticket.startsAt) + asked.visit.visitUnits),
      action: bookPath(context, ticket),
      held: heldNow(hold, context.core.now()),
      ...shown,
    }),
  );
}
