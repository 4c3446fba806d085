import type { Answers, FormDefinition } from '@amtsstube/shared/domain/form';
import { documentChecklist } from '@amtsstube/shared/domain/form-interpreter';
import { describeAnswers } from '@amtsstube/shared/domain/forms/describe-answers';
import type { PageInputs } from '@amtsstube/shared/domain/forms/page-encoding';
import type { Service } from '@amtsstube/shared/domain/settings';
import { answerWords, describedRows } from './described-answers.ts';
import { draftPart } from './draft-part.ts';
import {
  type FormView,
  goField,
  returnField,
  sectionField,
  ticketField,
  wayValues,
} from './form-controls.ts';
import { sectionOf } from './form-sections.ts';
import { type Html, html } from './html.ts';
import { german, texts } from './language.ts';
import type { Toll } from './misuse/gate.ts';
import { tollPart } from './misuse/toll-part.ts';
import { trapField } from './misuse/trap.ts';
import type { MunicipalityFrame } from './municipality-reader.ts';
import { heading, notice, type Page, paragraph } from './page.ts';

export interface ReviewPage {
  readonly municipality: MunicipalityFrame;
  readonly service: Service;
  readonly form: FormDefinition;
  readonly answers: Answers;
  readonly typed: PageInputs;
  /** How the form was shown before, and is shown again to change something. */
  readonly view: FormView;
  readonly sealedTicket: string;
  readonly draftId: string;
  /** What must be done before sending, where very many were sent from there. */
  readonly toll?: Toll;
}

/** All answers once more before they are sent, each section with a way back into it. */
export function reviewPage(page: ReviewPage): Page {
  const { municipality, service, form, answers, typed, view } = page;
  const action = `/m/${municipality.id}/services/${service.id}/form`;
  return {
    title: `${texts().review.title} – ${service.name}`,
    municipality,
    current: 'services',
    main: html`<div class="reading-width">
<p class="kern-body kern-body--muted">${german(service.name)}</p>
${page.toll && html`<div id="toll" tabindex="-1" data-focus>${notice('warning', texts().toll.title, paragraph(texts().toll.lead), paragraph(html`<a class="kern-link kern-link--no-visited-state" href="#toll-wait">${texts().toll.below}</a>`))}</div>`}
${heading(texts().review.title)}
${paragraph(texts().review.lead)}
${draftPart(page.draftId)}
<form class="application-form" method="post" action="${action}" accept-charset="utf-8" novalidate data-draft="${page.draftId}" data-typed data-service="${service.name}" data-sending="${texts().form.sending}">
<input type="hidden" name="${ticketField}" value="${page.sealedTicket}">
${view.kind === 'section' && html`<input type="hidden" name="${sectionField}" value="${view.index}"><input type="hidden" name="${returnField}" value="1">`}
${[...typed].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${describeAnswers(form, answers, answerWords()).map(({ section, rows }) => {
  const index = sectionOf(form, rows[0]?.path ?? '') ?? 0;
  return html`<section class="form-section review-section" aria-labelledby="review-${index}">
<div class="review-section__head"><h2 class="kern-heading-medium" id="review-${index}">${german(section)}</h2>${changeButton(view, action, index, section)}</div>
${describedRows(rows)}
</section>`;
})}
${documentsNeeded(form, answers)}
${trapField()}
${page.toll && tollPart(page.toll, texts().toll)}
${paragraph(texts().form.privacy)}
<button class="kern-btn kern-btn--primary" type="submit" data-send><span class="kern-label">${texts().form.send}</span></button>
</form>
</div>`,
  };
}

function changeButton(view: FormView, action: string, index: number, section: string): Html {
  const isStepwise = view.kind === 'section';
  return html`<button class="kern-btn kern-btn--tertiary" type="submit" name="${goField}" value="${
    isStepwise ? wayValues.change(index) : 'all'
  }" formaction="${action}${!isStepwise && `#section-${index}`}"><span class="kern-label">${texts().review.change}<span class="kern-sr-only">: ${german(section)}</span></span></button>`;
}

function documentsNeeded(form: FormDefinition, answers: Answers): Html | false {
  const needed = documentChecklist(form, answers);
  return (
    needed.length > 0 &&
    html`<section><h2 class="kern-heading-medium">${texts().review.documents}</h2>
<ul class="kern-list kern-list--bullet">${needed.map(({ label }) => html`<li>${german(label)}</li>`)}</ul></section>`
  );
}
