import type { AskedQuestion } from '@amtsstube/shared/domain/appointments/visit-questions';
import { isOfferedOnline, type Service } from '@amtsstube/shared/domain/settings';
import { type Html, html } from '../html.ts';
import { german, texts } from '../language.ts';
import type { MunicipalityFrame } from '../municipality-reader.ts';
import { heading, linkButton, notice, type Page, paragraph } from '../page.ts';
import type { AskedVisit } from './asked-visit.ts';
import { address, bookingHome, bookingQuery, questionName } from './booking-paths.ts';
import { problemList } from './problem-list.ts';
import { visitLine } from './visit-summary.ts';

interface QuestionsPage {
  readonly municipality: MunicipalityFrame;
  readonly asked: AskedVisit;
  /** All that there are: an answer may name another than the visit's. */
  readonly services: readonly Service[];
  /** Of those that weren't answered it is said. */
  readonly isSent: boolean;
}

/** What is asked before a time is chosen; also where an answer leads elsewhere: it can be changed there. */
export function questionsPage({ municipality, asked, services, isSent }: QuestionsPage): Page {
  const text = texts().booking;
  const elsewhere = asked.questions.filter(({ answer }) => answer?.leadsTo.is === 'instead');
  const open = asked.questions.filter(({ answer }) => answer === undefined);
  const missing = isSent && elsewhere.length === 0 ? open : [];
  const title = elsewhere.length > 0 ? text.insteadTitle : text.questionsTitle;
  return {
    title: missing.length > 0 ? `${texts().error}: ${title}` : title,
    municipality,
    main: html`<div class="reading-width">
${heading(text.questionsTitle)}
${visitLine(asked)}
${elsewhere.length > 0 && insteadNotice(municipality, elsewhere, services)}
${
  missing.length > 0 &&
  problemList(
    text.questionsOpen(missing.length),
    text.questionsOpenLead,
    missing.map((each) => [firstRadioId(each), german(each.question.asks)]),
  )
}
${paragraph(elsewhere.length > 0 ? text.insteadChange : text.questionsLead)}
<form class="application-form" method="get" action="${bookingHome(municipality)}/start">
${asked.services.map(({ id }) => html`<input type="hidden" name="${bookingQuery.service}" value="${id}">`)}
<input type="hidden" name="${bookingQuery.sent}" value="1">
${asked.services.map((service) => questionsOf(service, asked, missing))}
<button class="kern-btn kern-btn--primary" type="submit"><span class="kern-label">${text.next}</span></button>
</form>
<p>${linkButton(
      address(bookingHome(municipality), { [bookingQuery.service]: asked.services.map(({ id }) => id) }),
      text.moreServices,
      'secondary',
    )}</p>
</div>`,
  };
}

/** The service's name only where there are several. */
function questionsOf(
  { id, name }: Service,
  { services, questions }: AskedVisit,
  missing: readonly AskedQuestion[],
): Html | false {
  const own = questions.filter(({ serviceId }) => serviceId === id);
  return (
    own.length > 0 &&
    html`${services.length > 1 && html`<h2 class="kern-heading-small">${german(name)}</h2>`}
${own.map((each) => radioGroup(each, missing.includes(each)))}`
  );
}

function radioGroup(asked: AskedQuestion, isMissing: boolean): Html {
  const name = questionName(asked);
  const { question, answer } = asked;
  return html`<fieldset class="kern-fieldset${isMissing && ' kern-fieldset--error'}" role="radiogroup" aria-required="true"${isMissing && html` aria-invalid="true" aria-describedby="${name}.error"`}>
<legend class="kern-label">${german(question.asks)}</legend>
<div class="kern-fieldset__body">${question.answers.map(({ id, says }) => {
    const field = `${name}.${id}`;
    return html`<div class="kern-form-check">
<input class="kern-form-check__radio${isMissing && ' kern-form-check__radio--error'}" type="radio" id="${field}" name="${name}" value="${id}"${id === answer?.id && html` checked`}>
<label class="kern-label" for="${field}">${german(says)}</label>
</div>`;
  })}</div>
${isMissing && html`<p class="kern-error" id="${name}.error"><span class="kern-icon kern-icon--danger" aria-hidden="true"></span><span class="kern-body"><span class="kern-sr-only">${texts().error}: </span>${texts().booking.questionOpen}</span></p>`}
</fieldset>`;
}

function firstRadioId(asked: AskedQuestion): string {
  return `${questionName(asked)}.${asked.question.answers[0]?.id}`;
}

function insteadNotice(
  municipality: MunicipalityFrame,
  elsewhere: readonly AskedQuestion[],
  services: readonly Service[],
): Html {
  return html`<div id="instead" tabindex="-1" data-focus>${notice(
    'warning',
    texts().booking.insteadTitle,
    elsewhere.map(({ question, answer }) => {
      if (answer?.leadsTo.is !== 'instead') return false;
      const { says, serviceId } = answer.leadsTo;
      const service = services.find(({ id }) => id === serviceId);
      return html`<p class="kern-body"><strong>${german(`${question.asks} – ${answer.says}`)}</strong></p>
${paragraph(german(says))}
${service && serviceLink(municipality, service)}`;
    }),
  )}</div>`;
}

function serviceLink({ id: municipality }: MunicipalityFrame, service: Service): Html {
  const { insteadOnline, insteadService } = texts().booking;
  const says = isOfferedOnline(service) ? insteadOnline : insteadService;
  return html`<p class="kern-body"><a class="kern-link kern-link--no-visited-state" href="/m/${municipality}/services/${service.id}">${says} ${german(service.name)}</a></p>`;
}
