import type { PageInputs } from '@amtsstube/shared/domain/forms/page-encoding';
import { cancelAppointment } from '@amtsstube/shared/operations/appointment/cancel-appointment';
import { Router } from 'express';
import { strictForm } from '../../app-body.ts';
import { savedAs } from '../../blobs/content-disposition.ts';
import { appointmentIcs, icsFileName, icsType } from '../../booking/appointment-ics.ts';
import { manageRoute } from '../../booking/appointment-links.ts';
import { addressLimit } from '../address-limit.ts';
import type { CitizenContext } from '../citizen-context.ts';
import { decideOnce } from '../decide-once.ts';
import { html } from '../html.ts';
import { texts } from '../language.ts';
import { heading, linkButton, type Page, paragraph, sendPage } from '../page.ts';
import { actField, openAct, sealedAct } from './act-ticket.ts';
import { justQuery } from './booking-paths.ts';
import { managePage } from './manage-page.ts';
import { actOn, appointmentList, isToCome, type Managed, managedOf } from './managed.ts';
import { moveRoutes } from './move-routes.ts';

const path = `/m/:municipality${manageRoute}`;

/** An appointment's own page: looking at it, its entry for a calendar, moving and cancelling it. */
export function manageRoutes(context: CitizenContext): Router {
  const router = Router();
  const lookUps = addressLimit(context.limits.lookUps);

  router.get(path, lookUps, async (request, response) => {
    const managed = await managedOf(context, request, response);
    if (!managed) return;
    const said = request.query[justQuery];
    const just = said === 'booked' || said === 'moved' ? said : undefined;
    sendPage(response, 200, managePage(managed, wholeUrl(context, managed), just));
  });

  router.get(`${path}/${icsFileName}`, lookUps, async (request, response) => {
    const managed = await managedOf(context, request, response);
    if (!managed) return;
    const { text } = appointmentIcs(managed.facts, 'download', wholeUrl(context, managed), managed.now);
    response
      .set('Cache-Control', 'no-store')
      .set('Content-Disposition', savedAs(icsFileName))
      .set('Content-Type', icsType)
      .send(text);
  });

  router.get(`${path}/cancel`, lookUps, async (request, response) => {
    const managed = await managedOf(context, request, response);
    if (!managed) return;
    if (!isToCome(managed.facts.booking, managed.now)) response.redirect(303, managed.path);
    else sendPage(response, 200, cancelPage(managed, sealedAct(context.seal, actOn(managed))));
  });

  router.post(`${path}/cancel`, lookUps, ...strictForm, async (request, response) => {
    const managed = await managedOf(context, request, response);
    if (!managed) return;
    const act = openAct(context.seal, (request.body as PageInputs).get(actField), actOn(managed));
    if (act && isToCome(managed.facts.booking, managed.now))
      await decideOnce(context.core, managed.municipality.id, {
        opId: act.opId,
        definition: cancelAppointment,
        payload: { appointmentId: act.appointmentId, reason: '' },
      });
    // what it says is what is so, whichever press did it
    response.set('Cache-Control', 'no-store').redirect(303, act ? managed.path : `${managed.path}/cancel`);
  });

  router.use(moveRoutes(context, path, lookUps));
  return router;
}

function wholeUrl({ post }: CitizenContext, { path: below }: Managed): string {
  return `${post.publicUrl()}${below}`;
}

function cancelPage({ municipality, facts, path: below }: Managed, sealed: string): Page {
  const text = texts().managing;
  return {
    title: text.cancelTitle,
    municipality,
    main: html`<div class="reading-width">
${heading(text.cancelTitle)}
${appointmentList(facts)}
${paragraph(text.cancelLead)}
<form class="application-form" method="post" action="${below}/cancel" accept-charset="utf-8"><input type="hidden" name="${actField}" value="${sealed}">
<div class="actions"><button class="kern-btn kern-btn--primary" type="submit"><span class="kern-label">${text.cancelNow}</span></button>
${linkButton(below, text.keep, 'secondary')}</div>
</form>
</div>`,
  };
}
