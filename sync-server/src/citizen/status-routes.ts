import { type CitizenView, citizenView, type PublicStatus } from '@amtsstube/shared/domain/citizen-view';
import { paymentSlipOf } from '@amtsstube/shared/domain/fees/payment-slip';
import type { TrackingCode } from '@amtsstube/shared/domain/ids';
import { formatInstant, formatLocalDate, type LocalDate, localDateOf } from '@amtsstube/shared/domain/time';
import { letterFileName } from '@amtsstube/shared/letters/letter-file-name';
import { Router } from 'express';
import { strictForm } from '../app-body.ts';
import { savedAs } from '../blobs/content-disposition.ts';
import { printLetter } from '../letters/print-letter.ts';
import { addressLimit } from './address-limit.ts';
import type { CitizenContext } from './citizen-context.ts';
import { feeSection } from './fees/fee-section.ts';
import { contactOfBody, handedOverRows } from './handed-over.ts';
import { type Html, html } from './html.ts';
import { german, texts } from './language.ts';
import { type MunicipalityFrame, municipalityOf } from './municipality-reader.ts';
import {
  descriptionList,
  heading,
  linkButton,
  linkList,
  notice,
  type Page,
  paragraph,
  sendPage,
} from './page.ts';
import { noteSeen, noteSeenLetter } from './questions/mark-seen.ts';
import { questionList } from './questions/question-list.ts';
import { readTrackingCode } from './tickets.ts';
import { trackedCase } from './tracked-case.ts';

/** Following an application with its tracking code. What is shown is `citizenView` and nothing else. */
export function statusRoutes({ core, limits, payments }: CitizenContext): Router {
  const router = Router();
  const lookUps = addressLimit(limits.lookUps);

  router.get('/m/:municipality/status', async (request, response) => {
    sendPage(response, 200, askPage(await municipalityOf(core, request), '', undefined));
  });

  router.post('/m/:municipality/status', lookUps, ...strictForm, async (request, response) => {
    const municipality = await municipalityOf(core, request);
    const typed = (request.body as ReadonlyMap<string, string>).get('code') ?? '';
    const code = readTrackingCode(typed);
    const found = code && (await trackedCase(core.store, municipality.id, code));
    if (found)
      response.set('Cache-Control', 'no-store').redirect(303, `/m/${municipality.id}/status/${code}`);
    else
      sendPage(
        response,
        code ? 404 : 422,
        askPage(municipality, typed, code ? texts().status.unknown : texts().status.notACode),
      );
  });

  router.get('/m/:municipality/status/:code', lookUps, async (request, response) => {
    const municipality = await municipalityOf(core, request);
    const typed = String(request.params['code']);
    const code = readTrackingCode(typed);
    const found = code && (await trackedCase(core.store, municipality.id, code));
    if (code && found) {
      const { caseRecord, dossier } = found;
      await noteSeen(core, municipality.id, dossier, request);
      const view = citizenView(caseRecord, dossier);
      const contact = await contactOfBody(core.store, municipality.id, caseRecord.serviceId, view);
      const fee =
        view.fee &&
        feeSection({
          fee: view.fee,
          slip: paymentSlipOf(view.fileReference, caseRecord.fee, municipality.settings),
          payPath: payments && `/m/${municipality.id}/status/${code}/pay`,
        });
      sendPage(response, 200, statusPage(municipality, code, view, localDateOf(core.now()), contact, fee));
    } else
      sendPage(
        response,
        404,
        askPage(municipality, typed, code ? texts().status.unknown : texts().status.notACode),
      );
  });

  router.get('/m/:municipality/status/:code/letters/:letter', lookUps, async (request, response) => {
    const municipality = await municipalityOf(core, request);
    const code = readTrackingCode(String(request.params['code']));
    const found = code && (await trackedCase(core.store, municipality.id, code));
    const wanted = found?.dossier.letters?.find(({ id }) => id === request.params['letter']);
    if (!found || !wanted) {
      sendPage(response, 404, askPage(municipality, '', texts().status.noLetter));
      return;
    }
    const { letter, at } = wanted;
    const bytes = await printLetter({ letter, at, isDraft: false });
    await noteSeenLetter(core, municipality.id, found.caseRecord.id, wanted, request);
    response
      .set('Cache-Control', 'no-store')
      .set('Content-Disposition', savedAs(letterFileName(found.caseRecord.fileReference, letter.subject)))
      .type('application/pdf')
      .send(Buffer.from(bytes.buffer));
  });

  return router;
}

function askPage(municipality: MunicipalityFrame, typed: string, error: string | undefined): Page {
  const isWrong = error !== undefined;
  return {
    title: isWrong ? `${texts().error}: ${texts().status.title}` : texts().status.title,
    municipality,
    current: 'status',
    main: html`<div class="reading-width">
${heading(texts().status.title)}
${paragraph(texts().status.lead)}
<form method="post" action="/m/${municipality.id}/status" accept-charset="utf-8" novalidate>
<div class="kern-form-input${isWrong && ' kern-form-input--error'}">
<label class="kern-label" for="code">${texts().status.code}</label>
<div class="kern-hint" id="code-hint">${texts().status.codeHint}</div>
<input class="kern-form-input__input${isWrong && ' kern-form-input__input--error'}" id="code" name="code" type="text" value="${typed.slice(0, 100)}" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-required="true" aria-describedby="code-hint${
      isWrong && ' code-error'
    }"${isWrong && html` aria-invalid="true" data-focus`}>
${
  isWrong &&
  html`<p class="kern-error" id="code-error"><span class="kern-icon kern-icon--danger" aria-hidden="true"></span><span class="kern-body"><span class="kern-sr-only">${texts().error}: </span>${error}</span></p>`
}
</div>
<button class="kern-btn kern-btn--primary" type="submit"><span class="kern-label">${texts().status.show}</span></button>
</form>
</div>`,
  };
}

const noticeKind = {
  received: 'info',
  inProgress: 'info',
  waiting: 'warning',
  approved: 'success',
  partly: 'success',
  rejected: 'warning',
  withdrawn: 'info',
  notResponsible: 'warning',
  handedOver: 'info',
} as const satisfies Record<PublicStatus, unknown>;

function statusPage(
  municipality: MunicipalityFrame,
  code: TrackingCode,
  view: CitizenView,
  today: LocalDate,
  contact: string | undefined,
  fee: Html | undefined,
): Page {
  const reason = view.decision?.reason.trim() ?? '';
  return {
    title: texts().status.title,
    municipality,
    current: 'status',
    main: html`<div class="reading-width">
${heading(texts().status.title)}
${notice(noticeKind[view.status], `${texts().status.state}: ${texts().status.states[view.status]}`, paragraph(texts().status.explained[view.status]))}
${descriptionList([
  [texts().status.fileReference, view.fileReference],
  [texts().status.receivedAt, texts().at(formatInstant(view.submittedAt))],
  view.decisionExpectedBy !== undefined && [
    texts().status.decisionExpectedBy,
    formatLocalDate(view.decisionExpectedBy),
  ],
  view.extendedBecause !== undefined && [
    texts().questions.deadlineExtended,
    html`<span class="typed-text">${german(view.extendedBecause)}</span>`,
  ],
  view.decision !== undefined && [texts().status.decidedAt, formatLocalDate(localDateOf(view.decision.at))],
  ...handedOverRows(view, contact),
  reason !== '' && [texts().status.reason, html`<span class="typed-text">${german(reason)}</span>`],
])}
${fee}
${view.letters.length > 0 && lettersOf(municipality, code, view)}
${questionList(view, `/m/${municipality.id}/status/${code}`, today)}
<p>${linkButton(`/m/${municipality.id}/status`, texts().status.another, 'secondary')}</p>
</div>`,
  };
}

function lettersOf(municipality: MunicipalityFrame, code: TrackingCode, { letters }: CitizenView): Html {
  const links = letters.map(({ id, at, subject }) => ({
    href: `/m/${municipality.id}/status/${code}/letters/${id}`,
    text: texts().status.letter(subject, formatLocalDate(localDateOf(at))),
  }));
  return html`<h2 class="kern-heading-medium">${texts().status.letters}</h2>
${linkList(links)}`;
}
