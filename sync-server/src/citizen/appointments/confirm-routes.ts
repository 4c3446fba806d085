import type { PageInputs } from '@amtsstube/shared/domain/forms/page-encoding';
import { confirmBooking } from '@amtsstube/shared/operations/appointment/request-booking';
import { type Request, type Response, Router } from 'express';
import { strictForm } from '../../app-body.ts';
import type { AppointmentFacts } from '../../booking/appointment-facts.ts';
import {
  type ConfirmLink,
  confirmRoute,
  managePath,
  openConfirmLink,
} from '../../booking/appointment-links.ts';
import { addressLimit } from '../address-limit.ts';
import type { CitizenContext } from '../citizen-context.ts';
import { decideOnce } from '../decide-once.ts';
import { html } from '../html.ts';
import { texts } from '../language.ts';
import { type MunicipalityFrame, municipalityOf } from '../municipality-reader.ts';
import { heading, linkButton, type Page, paragraph, sendPage } from '../page.ts';
import { actField, openAct, sealedAct } from './act-ticket.ts';
import { address, bookingHome, bookingQuery, justQuery } from './booking-paths.ts';
import { actOn, appointmentList, factsOf, saysPage, wrongLinkPage } from './managed.ts';

const path = `/m/:municipality${confirmRoute}`;

/** The link of the first mail. Opening it confirms nothing: programs that look through mails open links, too. */
export function confirmRoutes(context: CitizenContext): Router {
  const router = Router();
  const lookUps = addressLimit(context.limits.lookUps);

  router.get(path, lookUps, async (request, response) => {
    const found = await linkedOf(context, request, response);
    if (!found) return;
    const { municipality, facts, link } = found;
    const sealed = sealedAct(context.seal, actOn({ municipality, facts }));
    const problem = problemOf(facts, link);
    if (problem) sendProblem(context, response, municipality, facts, problem);
    else sendPage(response, 200, confirmPage(municipality, facts, sealed));
  });

  router.post(path, lookUps, ...strictForm, async (request, response) => {
    const found = await linkedOf(context, request, response);
    if (!found) return;
    const { municipality, facts, link } = found;
    const { appointmentId, fence } = link;
    const sealed = (request.body as PageInputs).get(actField);
    const act = openAct(context.seal, sealed, { municipality: municipality.id, appointmentId });
    // a form that isn't ours: the page again, with one that is
    if (!act) return response.redirect(303, request.path);
    const result = await decideOnce(context.core, municipality.id, {
      opId: act.opId,
      definition: confirmBooking,
      payload: { appointmentId, fence, ...act.from },
    });
    if (result.decided === 'accepted')
      return redirectToManage(context, response, municipality, appointmentId, 'booked');
    const now = (await factsOf(context, municipality, appointmentId)) ?? facts;
    sendProblem(context, response, municipality, now, problemOf(now, link) ?? 'lost');
  });

  return router;
}

type Problem = 'confirmed' | 'cancelled' | 'used' | 'lost';

/** Why there is nothing to confirm; undefined: there is, as far as the appointment tells. */
function problemOf({ booking }: AppointmentFacts, { fence }: ConfirmLink): Problem | undefined {
  if (booking.state.is === 'cancelled') return 'cancelled';
  if (booking.state.is === 'booked') return 'confirmed';
  return booking.fence === fence ? undefined : 'used';
}

function sendProblem(
  context: CitizenContext,
  response: Response,
  municipality: MunicipalityFrame,
  facts: AppointmentFacts,
  problem: Problem,
): void {
  const text = texts().managing;
  // whoever had the link when it was good may go where it has led
  if (problem === 'confirmed' || problem === 'cancelled')
    redirectToManage(context, response, municipality, facts.booking.id, undefined);
  else if (problem === 'used') sendPage(response, 409, saysPage(municipality, text.confirmUsed));
  else sendPage(response, 409, lostPage(municipality, facts));
}

function redirectToManage(
  { seal }: CitizenContext,
  response: Response,
  municipality: MunicipalityFrame,
  id: ConfirmLink['appointmentId'],
  just: 'booked' | undefined,
): void {
  const manage = address(managePath(seal, municipality.id, id), { [justQuery]: just });
  response.set('Cache-Control', 'no-store').redirect(303, manage);
}

async function linkedOf(context: CitizenContext, request: Request, response: Response) {
  const municipality = await municipalityOf(context.core, request);
  const link = openConfirmLink(context.seal, municipality.id, String(request.params['link']));
  const facts = link && (await factsOf(context, municipality, link.appointmentId));
  if (link && facts) return { municipality, link, facts };
  sendPage(response, 404, wrongLinkPage(municipality));
  return undefined;
}

function confirmPage(municipality: MunicipalityFrame, facts: AppointmentFacts, sealed: string): Page {
  const text = texts().managing;
  return {
    title: text.confirmTitle,
    municipality,
    main: html`<div class="reading-width">
${heading(text.confirmTitle)}
${paragraph(text.confirmLead)}
${appointmentList(facts)}
<form class="application-form" method="post" accept-charset="utf-8"><input type="hidden" name="${actField}" value="${sealed}">
<button class="kern-btn kern-btn--primary" type="submit"><span class="kern-label">${text.confirm}</span></button>
</form>
</div>`,
  };
}

/** The same services once more, at another time. */
function lostPage(municipality: MunicipalityFrame, { services }: AppointmentFacts): Page {
  const { title, text } = texts().managing.confirmLost;
  const query = { [bookingQuery.service]: services.map(({ id }) => id) };
  const href =
    services.length > 0 ? address(`${bookingHome(municipality)}/days`, query) : bookingHome(municipality);
  return {
    title,
    municipality,
    main: html`<div class="reading-width">${heading(title)}${paragraph(text)}<p>${linkButton(href, texts().managing.again)}</p></div>`,
  };
}
