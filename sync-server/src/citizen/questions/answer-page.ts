import type { PageInputs } from '@amtsstube/shared/domain/forms/page-encoding';
import type { LocalDate } from '@amtsstube/shared/domain/time';
import { draftPart } from '../draft-part.ts';
import { ticketField } from '../form-controls.ts';
import { renderSections } from '../form-fields.ts';
import { errorList, sentences } from '../form-page.ts';
import { html } from '../html.ts';
import { texts } from '../language.ts';
import { trapField } from '../misuse/trap.ts';
import { descriptionList, heading, linkButton, notice, type Page, paragraph } from '../page.ts';
import type { Texts } from '../texts/texts.ts';
import type { PageProblem } from '../uploads/file-problem.ts';
import { answerForm } from './answer-form.ts';
import { type AnswerVisit, questionPath } from './answer-visit.ts';
import { questionState, questionText } from './question-list.ts';

export type AnswerNotice = keyof Texts['answering']['notices'];

export interface AnswerPage {
  readonly visit: AnswerVisit;
  readonly today: LocalDate;
  readonly sealedTicket: string;
  readonly draftId: string;
  readonly typed: PageInputs;
  readonly errors: readonly PageProblem[];
  readonly notice: AnswerNotice | undefined;
}

/** One question and the form to answer it, empty or with what was typed. */
export function answerPage(page: AnswerPage): Page {
  const { visit, typed, errors } = page;
  const text = texts().answering;
  const form = answerForm();
  const action = `${questionPath(visit)}/form`;
  return {
    title: errors.length > 0 ? `${texts().error}: ${text.title}` : text.title,
    municipality: visit.municipality,
    current: 'status',
    main: html`<div class="reading-width">
${heading(text.title)}
${page.notice && notice('warning', text.notices[page.notice].title, paragraph(text.notices[page.notice].text))}
${errors.length > 0 && errorList(form, errors, text.errorLead)}
${descriptionList([[texts().status.fileReference, visit.view.fileReference]])}
<div class="question-list__entry">${questionText(visit.question)}
${questionState(visit.question, page.today)}</div>
${draftPart(page.draftId, text.kept)}
<form class="application-form" method="post" action="${action}" accept-charset="utf-8" novalidate enctype="multipart/form-data" data-draft="${page.draftId}" data-service="${text.title}" data-sending="${text.sending}"${typed.size > 0 && html` data-typed`}>
<input type="hidden" name="${ticketField}" value="${page.sealedTicket}">
${
  // Enter in a field presses a form's first button, and that shall not be one that takes a file away
  html`<button class="form-default-button" type="submit" tabindex="-1" aria-hidden="true">${text.send}</button>`
}
${renderSections({ form, typed, errors: sentences(form, errors), action, isAnswer: true }, undefined)}
${trapField()}
<p class="kern-body kern-body--muted">${text.privacy}</p>
<div class="actions form-ways"><button class="kern-btn kern-btn--primary" type="submit" data-send><span class="kern-label">${text.send}</span></button></div>
</form>
<p>${linkButton(statusPathOf(visit), text.back, 'secondary')}</p>
</div>`,
  };
}

/** What became of a question that needs no form, or of an answer that was just sent. */
export function answeredPage(visit: AnswerVisit, today: LocalDate, sentDraft: string | undefined): Page {
  const text = texts().answering;
  const isTaken = visit.question.state === 'answered';
  return {
    title: sentDraft === undefined ? text.title : text.sentTitle,
    municipality: visit.municipality,
    current: 'status',
    main: html`<div class="reading-width"${sentDraft !== undefined && html` data-clear-draft="${sentDraft}"`}>
${heading(text.title)}
${sentDraft !== undefined && notice('success', text.sentTitle, paragraph(isTaken ? text.sent : text.sentLate))}
${descriptionList([[texts().status.fileReference, visit.view.fileReference]])}
<div class="question-list__entry">${questionText(visit.question)}
${questionState(visit.question, today)}</div>
<p>${linkButton(statusPathOf(visit), text.back)}</p>
</div>`,
  };
}

function statusPathOf({ municipality, code }: AnswerVisit): string {
  return `/m/${municipality.id}/status/${code}`;
}
