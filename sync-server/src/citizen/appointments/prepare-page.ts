import { broughtFor, type VisitAnswer } from '@amtsstube/shared/domain/appointments/visit-questions';
import type { SupportingDocument } from '@amtsstube/shared/domain/form';
import { isOfferedOnline, type Service } from '@amtsstube/shared/domain/settings';
import { type Html, type HtmlPart, html } from '../html.ts';
import { german, texts } from '../language.ts';
import type { MunicipalityFrame } from '../municipality-reader.ts';
import { descriptionList, heading, linkButton, notice, type Page, paragraph } from '../page.ts';
import type { AskedVisit } from './asked-visit.ts';
import { address, bookingHome, bookingQuery, visitQuery } from './booking-paths.ts';
import { serviceNames, visitMinutes } from './visit-summary.ts';

/** A service with what people are to bring for it. */
export interface Prepared {
  readonly service: Service;
  readonly documents: readonly SupportingDocument[];
  /** To what is asked for it. */
  readonly answers: readonly VisitAnswer[];
}

/** Before a time is chosen: how long, what to bring, what it costs, and what can be done without coming. */
export function preparePage(
  municipality: MunicipalityFrame,
  asked: AskedVisit,
  prepared: readonly Prepared[],
): Page {
  const text = texts().booking;
  const query = visitQuery(asked);
  const home = bookingHome(municipality);
  const online = asked.services.filter(isOfferedOnline);
  return {
    title: text.prepareTitle,
    municipality,
    main: html`<div class="reading-width">
${heading(text.prepareTitle)}
${descriptionList([
  [asked.services.length === 1 ? text.service : text.services, serviceNames(asked.services)],
  [text.duration, text.minutes(visitMinutes(asked))],
])}
${hints(prepared)}
<div class="actions">
${linkButton(address(`${home}/days`, query), text.showTimes)}
${linkButton(address(home, { [bookingQuery.service]: query[bookingQuery.service] }), text.moreServices, 'secondary')}
</div>
${online.length > 0 && withoutComing(municipality, online)}
<h2 class="kern-heading-medium">${text.bring}</h2>
${prepared.map((each) => bringList(each, prepared.length > 1))}
${asked.questions.length > 0 && answered(asked, address(`${home}/start`, { ...query, [bookingQuery.change]: '1' }))}
</div>`,
  };
}

/** What the answers given have to say. */
function hints(prepared: readonly Prepared[]): Html | false {
  const says = prepared.flatMap(({ answers }) =>
    answers.flatMap(({ leadsTo }) => (leadsTo.is === 'booking' && leadsTo.hint ? [leadsTo.hint] : [])),
  );
  return (
    says.length > 0 &&
    notice(
      'info',
      texts().booking.hintTitle,
      says.map((each) => paragraph(german(each))),
    )
  );
}

function answered({ questions }: AskedVisit, changeHref: string): Html {
  const text = texts().booking;
  return html`<h2 class="kern-heading-medium">${text.answered}</h2>
${descriptionList(questions.map(({ question, answer }) => [german(question.asks), german(answer?.says ?? '')]))}
<p>${linkButton(changeHref, text.changeAnswers, 'secondary')}</p>`;
}

function withoutComing({ id }: MunicipalityFrame, online: readonly Service[]): Html {
  const text = texts().booking;
  return html`<div class="form-information prepare-online">
<h2 class="kern-title">${text.onlineTitle}</h2>
${paragraph(text.onlineLead)}
<ul class="kern-list kern-list--bullet">${online.map(
    ({ id: service, name }) =>
      html`<li><a class="kern-link kern-link--no-visited-state" href="/m/${id}/services/${service}">${german(name)}</a></li>`,
  )}</ul>
</div>`;
}

/** What to bring for one service; its name only where there are several. */
function bringList({ service, documents, answers }: Prepared, isNamed: boolean): Html {
  const { description } = service;
  const text = texts().booking;
  const needs = [...new Set([...(description?.needs ?? []), ...answers.flatMap(broughtFor)])];
  // what the service says already isn't said again for its form
  const others = documents.filter(({ label }) => !needs.includes(label));
  const brought: readonly HtmlPart[] = [
    ...needs.map((need) => german(need)),
    ...others.map(({ label, neededWhen }) => [german(label), neededWhen && ` ${text.dependsOnCase}`]),
  ];
  return html`${isNamed && html`<h3 class="kern-heading-small">${german(service.name)}</h3>`}
${
  brought.length === 0
    ? paragraph(text.bringNothing)
    : html`<ul class="kern-list kern-list--bullet">${brought.map((each) => html`<li>${each}</li>`)}</ul>`
}
${description && paragraph(html`${texts().service.fee}: ${german(description.fee.says)}${description.fee.isExample && html`<br><small>${texts().service.feeExample}</small>`}`)}`;
}
