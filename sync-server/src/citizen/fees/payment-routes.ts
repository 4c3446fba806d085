import { createHash } from 'node:crypto';
import { creditorReference } from '@amtsstube/shared/domain/fees/creditor-reference';
import { openCents } from '@amtsstube/shared/domain/fees/fee';
import { formatCents } from '@amtsstube/shared/domain/fees/money';
import { caseId } from '@amtsstube/shared/domain/ids';
import { z } from '@amtsstube/shared/domain/zod';
import express, { Router } from 'express';
import { strictForm } from '../../app-body.ts';
import { HttpProblem } from '../../http-errors.ts';
import { ProviderUnavailable } from '../../payments/payment-provider.ts';
import { type PaidAnswer, recordPaid } from '../../payments/record-paid.ts';
import { addressLimit } from '../address-limit.ts';
import type { CitizenContext } from '../citizen-context.ts';
import { html } from '../html.ts';
import { texts } from '../language.ts';
import { type MunicipalityFrame, municipalityOf } from '../municipality-reader.ts';
import { heading, linkButton, notice, type Page, paragraph, sendPage } from '../page.ts';
import { readTrackingCode } from '../tickets.ts';
import { type TrackedCase, trackedCase } from '../tracked-case.ts';

/** Sealed into the provider's ways back: it learns neither the tracking code nor the case. */
const ticket = z.strictObject({ paysFor: caseId });

/** Paying online: to the provider and back, and what it tells by itself. Nothing where no provider is set. */
export function paymentRoutes({ core, limits, seal, post, payments }: CitizenContext): Router {
  const router = Router();
  if (payments === undefined) return router;
  const pages = addressLimit(limits.lookUps);

  router.post('/m/:municipality/status/:code/pay', pages, ...strictForm, async (request, response) => {
    const municipality = await municipalityOf(core, request);
    const code = readTrackingCode(String(request.params['code']));
    const found = code && (await trackedCase(core.store, municipality.id, code));
    if (!found) throw new HttpProblem('notFound');
    const back = `/m/${municipality.id}/status/${code}`;
    const open = openOf(found);
    if (open === undefined) {
      sendPage(response, 200, page(municipality, back, paragraph(texts().paying.nothingOpen)));
      return;
    }
    const origin = `${post.publicUrl()}/m/${municipality.id}/payments/${seal.seal({ paysFor: found.caseRecord.id })}`;
    try {
      const { payUrl } = await payments.create({
        ...open,
        purpose: municipality.settings.name,
        returnUrl: origin,
        notifyUrl: `${origin}/notify`,
      });
      // a link, not a redirect: browsers hold what a form leads to against the page's own policy, and people want to know
      const main = html`${paragraph(texts().paying.lead(formatCents(open.amountCents)))}
${paragraph(texts().paying.leaving(new URL(payUrl).host))}
<p>${linkButton(payUrl, texts().paying.go)}</p>`;
      sendPage(response, 200, page(municipality, back, main));
    } catch (error) {
      if (!(error instanceof ProviderUnavailable)) throw error;
      const { title, text } = texts().paying.unavailable;
      sendPage(response, 503, page(municipality, back, notice('warning', title, paragraph(text))));
    }
  });

  router.get('/m/:municipality/payments/:ticket', pages, async (request, response) => {
    const municipality = await municipalityOf(core, request);
    const paysFor = opened(seal.open(String(request.params['ticket'])));
    const answer = await recordPaid(
      core,
      payments,
      municipality.id,
      paysFor,
      idOf(request.query['payment']),
    ).catch((error: unknown) => {
      if (error instanceof ProviderUnavailable) return 'later' as const;
      throw error;
    });
    const { kind, title, text } = said(answer);
    sendPage(response, 200, {
      title,
      municipality,
      current: 'status',
      main: html`<div class="reading-width">${heading(texts().paying.title)}
${notice(kind, title, paragraph(text))}
<p>${linkButton(`/m/${municipality.id}/status`, texts().paying.toStatus, 'secondary')}</p></div>`,
    });
  });

  router.post(
    '/m/:municipality/payments/:ticket/notify',
    addressLimit(limits.pages),
    express.raw({ type: () => true, limit: '16kb' }),
    async (request, response) => {
      const municipality = await municipalityOf(core, request);
      const body: unknown = request.body;
      const told = payments.readNotification(body instanceof Uint8Array ? body : new Uint8Array(), (name) =>
        request.get(name),
      );
      if (told === undefined) throw new HttpProblem('notAllowed');
      const paysFor = opened(seal.open(String(request.params['ticket'])));
      try {
        await recordPaid(core, payments, municipality.id, paysFor, told.id);
        response.status(204).end();
      } catch (error) {
        // the provider tells it again
        if (error instanceof ProviderUnavailable) throw new HttpProblem('unavailable');
        throw error;
      }
    },
  );

  return router;
}

/** What is to be paid now; undefined: nothing. */
function openOf({ caseRecord: { id, fee, fileReference } }: TrackedCase) {
  const amountCents = fee ? openCents(fee) : 0;
  const reference = creditorReference(fileReference);
  if (fee === undefined || amountCents === 0 || reference === undefined) return undefined;
  // another one once something of it is paid: pressed twice it is one payment
  const key = createHash('sha256')
    .update(`${id} ${fee.amountCents} ${fee.paidCents} ${fee.waivedCents}`)
    .digest('hex');
  return { key, amountCents, reference };
}

function opened(value: unknown) {
  const parsed = ticket.safeParse(value);
  if (!parsed.success) throw new HttpProblem('notFound');
  return parsed.data.paysFor;
}

function idOf(given: unknown): string {
  return typeof given === 'string' ? given.slice(0, 100) : '';
}

function said(answer: PaidAnswer | 'later') {
  const { recorded, notPaid, later } = texts().paying;
  if (answer === 'recorded') return { kind: 'success' as const, ...recorded };
  // paid, and the books say no: somebody has to look, and nobody is to pay again
  return { kind: 'warning' as const, ...(answer === 'later' || answer === 'refused' ? later : notPaid) };
}

function page(municipality: MunicipalityFrame, back: string, main: Page['main']): Page {
  return {
    title: texts().paying.title,
    municipality,
    current: 'status',
    main: html`<div class="reading-width">${heading(texts().paying.title)}
${main}
<p>${linkButton(back, texts().paying.back, 'secondary')}</p></div>`,
  };
}
