import { leadsToBooking } from '@amtsstube/shared/domain/appointments/visit-questions';
import type { Request, Response } from 'express';
import type { TownTimes } from '../../booking/booking-times.ts';
import type { CitizenContext } from '../citizen-context.ts';
import { type MunicipalityFrame, municipalityOf } from '../municipality-reader.ts';
import { sendPage } from '../page.ts';
import { type AskedVisit, answersIn, askedVisit, bookableServices, servicesIn } from './asked-visit.ts';
import { address, bookingHome, bookingQuery, visitQuery } from './booking-paths.ts';
import { serviceChoice } from './service-choice.ts';

/** A request about a visit that isn't booked yet: where, what for, and what times there are. */
export interface Choosing {
  readonly municipality: MunicipalityFrame;
  readonly times: TownTimes;
  readonly asked: AskedVisit;
}

/** The visit an address asks for; undefined: the page that says what is wrong with it is sent already. */
export async function choosingOf(
  context: CitizenContext,
  request: Request,
  response: Response,
): Promise<Choosing | undefined> {
  const municipality = await municipalityOf(context.core, request);
  const times = await context.times.at(municipality.id);
  const ids = servicesIn(request.query[bookingQuery.service]);
  const named = times.rules.services.filter(({ id }) => ids.includes(id));
  const asked = askedVisit(times.rules, ids, answersIn(named, request.query));
  if (asked.ok) return { municipality, times, asked };
  const bookable = bookableServices(times.rules);
  sendPage(response, 422, serviceChoice(municipality, bookable, asked.services, asked.why));
  return undefined;
}

/** As above, for what comes after the questions: whoever hasn't answered them is led there, with what she has. */
export async function answeredOf(
  context: CitizenContext,
  request: Request,
  response: Response,
): Promise<Choosing | undefined> {
  const choosing = await choosingOf(context, request, response);
  if (!choosing || leadsToBooking(choosing.asked.questions)) return choosing;
  const { municipality, asked } = choosing;
  response.redirect(303, address(`${bookingHome(municipality)}/start`, visitQuery(asked)));
  return undefined;
}
