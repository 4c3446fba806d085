import type { PageInputs } from '@amtsstube/shared/domain/forms/page-encoding';
import { formatInstant, formatLocalDate, localDateOf } from '@amtsstube/shared/domain/time';
import { z } from '@amtsstube/shared/domain/zod';
import { Router } from 'express';
import { strictForm } from '../app-body.ts';
import { HttpProblem } from '../http-errors.ts';
import { addressLimit, recipientLimit } from './address-limit.ts';
import type { CitizenContext } from './citizen-context.ts';
import { ticketField, typedIn } from './form-controls.ts';
import { freshTicket, presentTicketOf, showForm, visitOf } from './form-visit.ts';
import { texts } from './language.ts';
import { addressField, gonePage, laterPage, resumedNotice, sentPage } from './later-page.ts';
import { municipalityOf, serviceById } from './municipality-reader.ts';
import { sendPage } from './page.ts';
import { sendResumeLink } from './send-resume-link.ts';
import { draftIdOf, type FormTicket } from './tickets.ts';

const address = z.email().max(254);
const draftPath = '/m/:municipality/drafts/:token';

/** "Später weitermachen": a link by mail, what it opens, and getting rid of it. Works without a script. */
export function laterRoutes(context: CitizenContext): Router {
  const router = Router();
  const { core, drafts } = context;

  router.post(
    '/m/:municipality/services/:serviceId/later',
    addressLimit(context.limits.pages),
    ...strictForm,
    async (request, response, next) => {
      const sent = request.body as PageInputs;
      if (address.safeParse((sent.get(addressField) ?? '').trim()).success) return next();
      const visit = await visitOf(context, request, typedIn(sent));
      const ticket =
        presentTicketOf(context, visit, sent.get(ticketField) ?? '') ?? freshTicket(context, visit);
      sendPage(
        response,
        422,
        laterPage({ ...later(context, ticket, sent), ...visit, problem: 'notAnAddress' }),
      );
    },
    addressLimit(context.limits.links),
    recipientLimit(context.limits.linksToOne, (request) =>
      ((request.body as PageInputs).get(addressField) ?? '').trim().toLowerCase(),
    ),
    async (request, response) => {
      const sent = request.body as PageInputs;
      const visit = await visitOf(context, request, typedIn(sent));
      const ticket =
        presentTicketOf(context, visit, sent.get(ticketField) ?? '') ?? freshTicket(context, visit);
      const kept = drafts.keep(draftIdOf(ticket.caseId), { ticket, typed: [...visit.typed] });
      const to = (sent.get(addressField) ?? '').trim();
      const isSent = kept && (await sendResumeLink(context, visit, to, kept));
      if (isSent)
        return sendPage(
          response,
          200,
          sentPage(visit.municipality, visit.service, formatLocalDate(localDateOf(kept.expiresAt))),
        );
      // nobody has the link: what it would have opened goes again, and the page still holds all of it
      drafts.forget(draftIdOf(ticket.caseId));
      sendPage(
        response,
        503,
        laterPage({ ...later(context, ticket, sent), ...visit, problem: kept ? 'notSent' : 'noRoom' }),
      );
    },
  );

  router.get(draftPath, addressLimit(context.limits.lookUps), async (request, response) => {
    const municipality = await municipalityOf(core, request);
    const draft = drafts.find(tokenIn(request.params));
    const found =
      draft?.ticket.municipality === municipality.id
        ? await serviceById(core.store, municipality.id, draft.ticket.serviceId)
        : undefined;
    if (!draft || !found) return sendPage(response, 404, gonePage(municipality, 'gone'));
    const { service, current } = found;
    if (!current) throw new HttpProblem('notFound');
    const version = await found.versionOf(draft.ticket.formVersionId);
    const { form } = version ?? current;
    const { typed, problems } = await context.files.settle(draft.ticket, form, new Map(draft.typed));
    const visit = { municipality, service, current, typed };
    // the same application in the form as it is now: sent, it is gone like any other draft
    const renewed = { ticket: { ...draft.ticket, formVersionId: current.id }, notice: 'renewed' } as const;
    showForm(context, response, visit, 200, {
      ...(version ? { ticket: draft.ticket, version } : renewed),
      errors: problems,
      above: resumedNotice(
        request.path,
        texts().at(formatInstant(draft.savedAt)),
        formatLocalDate(localDateOf(draft.expiresAt)),
      ),
    });
  });

  router.post(draftPath, addressLimit(context.limits.lookUps), async (request, response) => {
    const municipality = await municipalityOf(core, request);
    const draft = drafts.find(tokenIn(request.params));
    if (draft) drafts.forget(draftIdOf(draft.ticket.caseId));
    sendPage(response, draft ? 200 : 404, gonePage(municipality, draft ? 'deleted' : 'gone'));
  });

  return router;
}

function tokenIn(params: Readonly<Record<string, unknown>>): string {
  return String(params['token']).slice(0, 100);
}

function later({ seal }: CitizenContext, ticket: FormTicket, sent: PageInputs) {
  return {
    sealedTicket: seal.seal(ticket),
    draftId: draftIdOf(ticket.caseId),
    address: sent.get(addressField) ?? '',
  };
}
