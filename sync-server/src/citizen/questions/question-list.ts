import type { CitizenView, PublicQuestion } from '@amtsstube/shared/domain/citizen-view';
import { formatInstant, formatLocalDate, type LocalDate, localDateOf } from '@amtsstube/shared/domain/time';
import { type Html, type HtmlPart, html } from '../html.ts';
import { german, texts } from '../language.ts';
import { linkButton, paragraph } from '../page.ts';

/** The office's questions on the status page: the open ones first, each with the way to answer it. */
export function questionList({ questions }: CitizenView, statusPath: string, today: LocalDate): HtmlPart {
  const shown = questions.filter(({ state, answers }) => state !== 'withdrawn' || answers.length > 0);
  if (shown.length === 0) return undefined;
  const sorted = [...shown.filter(isOpen), ...shown.filter((each) => !isOpen(each)).toReversed()];
  return html`<section aria-labelledby="questions">
<h2 class="kern-heading-medium" id="questions">${texts().questions.title}</h2>
<ul class="question-list">${sorted.map(
    (question) => html`<li class="question-list__entry">
${questionText(question)}
${questionState(question, today)}
${answerLink(question, `${statusPath}/questions/${question.id}/form`)}
</li>`,
  )}</ul>
</section>`;
}

/** What is asked, in the clerk's own words. */
export function questionText({ askedAt, text, documents }: PublicQuestion): Html {
  return html`<p class="kern-body kern-body--muted">${texts().questions.asked(formatLocalDate(localDateOf(askedAt)))}</p>
${text !== '' && html`<p class="kern-body typed-text">${german(text)}</p>`}
${
  documents.length > 0 &&
  html`<p class="kern-body">${texts().questions.documents}</p>
<ul class="kern-list kern-list--bullet">${documents.map((each) => html`<li>${german(each)}</li>`)}</ul>`
}`;
}

/** By when an answer is wanted, or what became of the question. */
export function questionState({ state, answerBy, answers }: PublicQuestion, today: LocalDate): Html {
  const text = texts().questions;
  const by = formatLocalDate(answerBy);
  const arrived = answers.map(({ at, files }) =>
    paragraph(text.answered(texts().at(formatInstant(at)), text.files(files))),
  );
  if (state === 'open')
    return html`<p class="kern-body question-list__date">${answerBy < today ? text.isOver(by) : text.answerBy(by)}</p>`;
  if (arrived.length === 0 && state !== 'answered') return paragraph(text.over);
  return html`${arrived.length > 0 ? arrived : paragraph(text.answeredOtherwise)}`;
}

function answerLink({ state, askedAt, answers }: PublicQuestion, href: string): HtmlPart {
  const text = texts().questions;
  if (state === 'open') {
    const label = text.answerOf(formatLocalDate(localDateOf(askedAt)));
    return html`<p>${linkButton(href, label)}</p>`;
  }
  return answers.length > 0 && html`<p>${linkButton(`${href}?more=1`, text.more, 'secondary')}</p>`;
}

function isOpen({ state }: PublicQuestion): boolean {
  return state === 'open';
}
