import type { FormDefinition, SupportingDocument } from '@amtsstube/shared/domain/form';
import { documentChecklist } from '@amtsstube/shared/domain/form-interpreter';
import { summaryOf } from '@amtsstube/shared/domain/forms/describe-answers';
import type { TrackingCode } from '@amtsstube/shared/domain/ids';
import { formatInstant } from '@amtsstube/shared/domain/time';
import { Router } from 'express';
import type { CitizenContext } from './citizen-context.ts';
import { answerWords, describedAnswers } from './described-answers.ts';
import { type Html, html } from './html.ts';
import { german, texts } from './language.ts';
import { formVersionById, type MunicipalityFrame, municipalityOf } from './municipality-reader.ts';
import { descriptionList, heading, linkButton, notice, type Page, paragraph, sendPage } from './page.ts';
import { draftIdOf, openReceiptTicket } from './tickets.ts';
import { type TrackedCase, trackedCase } from './tracked-case.ts';
import { wasMailed } from './was-mailed.ts';

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
    if (ticket && found) {
      const version = await formVersionById(core.store, municipality.id, found.dossier.formVersionId);
      sendPage(response, 200, receiptPage(municipality, ticket.trackingCode, found, version?.form));
    } else sendPage(response, 404, expiredPage(municipality));
  });

  return router;
}

function receiptPage(
  municipality: MunicipalityFrame,
  code: TrackingCode,
  { caseRecord, dossier }: TrackedCase,
  form: FormDefinition | undefined,
): Page {
  const summary = form ? summaryOf(form, dossier.answers, answerWords()) : '';
  return {
    title: texts().receipt.title,
    municipality,
    main: html`<div class="reading-width" data-clear-draft="${draftIdOf(caseRecord.id)}">
${heading(texts().receipt.title)}
${notice('success', texts().receipt.lead(municipality.settings.name), [
  descriptionList([
    [texts().receipt.fileReference, html`<strong>${caseRecord.fileReference}</strong>`],
    [texts().receipt.trackingCode, html`<strong class="tracking-code">${code}</strong>`],
    [texts().receipt.receivedAt, texts().at(formatInstant(caseRecord.submittedAt))],
    summary !== '' && [texts().receipt.summary, german(summary)],
  ]),
])}
${paragraph(texts().receipt.keep)}
${wasMailed(dossier, form) && paragraph(texts().receipt.mailed)}
<div class="actions">
${linkButton(`/m/${municipality.id}/status/${code}`, texts().receipt.status)}
<button class="kern-btn kern-btn--secondary" type="button" data-print hidden><span class="kern-label">${texts().receipt.print}</span></button>
</div>
${form && missingDocuments(documentChecklist(form, dossier.answers))}
${
  form &&
  html`<h2 class="kern-heading-medium">${texts().receipt.answers}</h2>
${describedAnswers(form, dossier.answers)}`
}
</div>`,
  };
}

function missingDocuments(needed: readonly SupportingDocument[]): Html | false {
  return (
    needed.length > 0 &&
    html`<h2 class="kern-heading-medium">${texts().receipt.documents}</h2>
${paragraph(texts().receipt.documentsLead)}
<ul class="kern-list kern-list--bullet">${needed.map(
      ({ label, help }) => html`<li>${german(label, help !== undefined && html`<br>${help}`)}</li>`,
    )}</ul>`
  );
}

function expiredPage(municipality: MunicipalityFrame): Page {
  return {
    title: texts().receipt.expiredTitle,
    municipality,
    main: html`<div class="reading-width">
${heading(texts().receipt.expiredTitle)}
${paragraph(texts().receipt.expired)}
<p>${linkButton(`/m/${municipality.id}/status`, texts().receipt.status)}</p>
</div>`,
  };
}
