import type { TrackingCode } from '@amtsstube/shared/domain/ids';
import { formatInstant } from '@amtsstube/shared/domain/time';
import { Router } from 'express';
import type { CitizenContext } from './citizen-context.ts';
import { html } from './html.ts';
import { type MunicipalityFrame, municipalityOf } from './municipality-reader.ts';
import { descriptionList, heading, linkButton, notice, type Page, paragraph, sendPage } from './page.ts';
import { de } from './texts/de.ts';
import { openReceiptTicket } from './tickets.ts';
import { type TrackedCase, trackedCase } from './tracked-case.ts';

/** The page after sending: file reference and tracking code, to print or to note down. */
export function receiptRoutes({ core, seal }: CitizenContext): Router {
  const router = Router();

  router.get('/m/:municipality/receipts/:sealed', async (request, response) => {
    const municipality = await municipalityOf(core, request);
    const ticket = openReceiptTicket(seal, request.params.sealed, core.now());
    const found =
      ticket?.municipality === municipality.id
        ? await trackedCase(core.store, municipality.id, ticket.trackingCode)
        : undefined;
    if (ticket && found) sendPage(response, 200, receiptPage(municipality, ticket.trackingCode, found));
    else sendPage(response, 404, expiredPage(municipality));
  });

  return router;
}

function receiptPage(
  municipality: MunicipalityFrame,
  code: TrackingCode,
  { caseRecord, dossier }: TrackedCase,
): Page {
  return {
    title: de.receipt.title,
    municipality,
    main: html`<div class="reading-width" data-clear-drafts>
${heading(de.receipt.title)}
${notice('success', de.receipt.lead(municipality.settings.name), [
  descriptionList([
    [de.receipt.fileReference, html`<strong>${caseRecord.fileReference}</strong>`],
    [de.receipt.trackingCode, html`<strong class="tracking-code">${code}</strong>`],
    [de.receipt.receivedAt, `${formatInstant(caseRecord.submittedAt)} Uhr`],
  ]),
])}
${paragraph(de.receipt.keep)}
${dossier.contactEmail !== null && paragraph(de.receipt.mailed)}
<div class="actions">
${linkButton(`/m/${municipality.id}/status/${code}`, de.receipt.status)}
<button class="kern-btn kern-btn--secondary" type="button" data-print hidden><span class="kern-label">${de.receipt.print}</span></button>
</div>
</div>`,
  };
}

function expiredPage(municipality: MunicipalityFrame): Page {
  return {
    title: de.receipt.expiredTitle,
    municipality,
    main: html`<div class="reading-width">
${heading(de.receipt.expiredTitle)}
${paragraph(de.receipt.expired)}
<p>${linkButton(`/m/${municipality.id}/status`, de.receipt.status)}</p>
</div>`,
  };
}
