import type { Booking } from '@amtsstube/shared/domain/appointments/appointment';
import type { AppointmentId } from '@amtsstube/shared/domain/ids';
import type { Instant } from '@amtsstube/shared/domain/time';
import type { Request, Response } from 'express';
import { type AppointmentFacts, readAppointment } from '../../booking/appointment-facts.ts';
import { openManageLink } from '../../booking/appointment-links.ts';
import type { CitizenContext } from '../citizen-context.ts';
import { html } from '../html.ts';
import { texts } from '../language.ts';
import { type MunicipalityFrame, municipalityOf } from '../municipality-reader.ts';
import { descriptionList, heading, linkButton, type Page, paragraph, sendPage } from '../page.ts';
import type { ActTicket } from './act-ticket.ts';
import { bookingHome } from './booking-paths.ts';
import { serviceNames } from './visit-summary.ts';
import { dateAndTimes } from './when.ts';

/** An appointment, reached by its own link: whoever has that may look at it, move it and cancel it. */
export interface Managed {
  readonly municipality: MunicipalityFrame;
  readonly facts: AppointmentFacts;
  /** The link's own address: what the page's parts are below. */
  readonly path: string;
  readonly now: Instant;
}

/** undefined: the link leads to none, and the page that says so is sent. */
export async function managedOf(
  context: CitizenContext,
  request: Request,
  response: Response,
): Promise<Managed | undefined> {
  const municipality = await municipalityOf(context.core, request);
  const link = String(request.params['link']);
  const id = openManageLink(context.seal, municipality.id, link);
  const facts = id && (await factsOf(context, municipality, id));
  if (facts)
    return {
      municipality,
      facts,
      path: `${bookingHome(municipality)}/manage/${link}`,
      now: context.core.now(),
    };
  sendPage(response, 404, wrongLinkPage(municipality));
  return undefined;
}

export function factsOf(
  { core }: Pick<CitizenContext, 'core'>,
  { id: municipality }: MunicipalityFrame,
  id: AppointmentId,
): Promise<AppointmentFacts | undefined> {
  return core.store.snapshot(municipality, (read) => readAppointment(read, municipality, id));
}

/** Whether it is still to come, and so can be moved and cancelled. */
export function isToCome({ state, startsAt }: Booking, now: Instant): boolean {
  return state.is !== 'cancelled' && startsAt > now;
}

/** What an act about it begins with. */
export function actOn({
  municipality,
  facts: { booking },
}: Pick<Managed, 'municipality' | 'facts'>): Pick<ActTicket, 'municipality' | 'appointmentId' | 'from'> {
  const { id, counterId, startsAt } = booking;
  return { municipality: municipality.id, appointmentId: id, from: { counterId, startsAt } };
}

/** When and what for: at the head of every page about it. Nobody's name. */
export function appointmentRows({ booking, services }: AppointmentFacts) {
  const text = texts().managing;
  return [
    [text.when, html`<strong>${dateAndTimes(booking.startsAt, booking.endsAt)}</strong>`],
    services.length > 0 && ([text.what, serviceNames(services)] as const),
  ] as const;
}

export function appointmentList(facts: AppointmentFacts) {
  return descriptionList(appointmentRows(facts));
}

export function wrongLinkPage(municipality: MunicipalityFrame): Page {
  return saysPage(municipality, texts().managing.wrongLink);
}

/** A sentence about an appointment that can't be had like that, and the way to another. */
export function saysPage(
  municipality: MunicipalityFrame,
  { title, text }: { readonly title: string; readonly text: string },
): Page {
  return {
    title,
    municipality,
    main: html`<div class="reading-width">${heading(title)}${paragraph(text)}<p>${linkButton(bookingHome(municipality), texts().managing.again)}</p></div>`,
  };
}
