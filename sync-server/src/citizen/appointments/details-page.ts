import type { Instant } from '@amtsstube/shared/domain/time';
import { type Html, type HtmlPart, html } from '../html.ts';
import { texts } from '../language.ts';
import type { Toll } from '../misuse/gate.ts';
import { tollPart } from '../misuse/toll-part.ts';
import { trapField } from '../misuse/trap.ts';
import type { MunicipalityFrame } from '../municipality-reader.ts';
import { descriptionList, heading, notice, type Page, paragraph } from '../page.ts';
import type { Texts } from '../texts/texts.ts';
import type { AskedVisit } from './asked-visit.ts';
import {
  type DetailField,
  type DetailProblem,
  type DetailProblems,
  detailsFields,
  type TypedDetails,
} from './details.ts';
import { type Held, holdClock } from './hold-clock.ts';
import { type OtherTimes, otherTimesPart } from './other-times.ts';
import { serviceNames } from './visit-summary.ts';
import { dateAndTimes } from './when.ts';

export type DetailsRefusal = keyof Texts['booking']['refusals'];

export interface DetailsPage {
  readonly municipality: MunicipalityFrame;
  readonly asked: AskedVisit;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** Where the form is sent: the address names the booking. */
  readonly action: string;
  readonly held: Held;
  readonly typed: TypedDetails;
  readonly problems?: DetailProblems | undefined;
  readonly refusal?: DetailsRefusal | undefined;
  readonly other?: OtherTimes | undefined;
  readonly toll?: Toll | undefined;
}

/** Who comes, while the time is kept: with the clock, and a way to another time that loses nothing. */
export function detailsPage(page: DetailsPage): Page {
  const { municipality, asked, typed, problems = new Map(), refusal, other } = page;
  const text = texts().booking;
  const isWrong = problems.size > 0 || refusal !== undefined;
  return {
    title: `${isWrong ? `${texts().error}: ` : ''}${text.detailsTitle}`,
    municipality,
    main: html`<div class="reading-width">
${heading(text.detailsTitle)}
${refusal !== undefined && html`<div id="refused" tabindex="-1" data-focus>${notice('warning', text.refusals[refusal].title, paragraph(text.refusals[refusal].text))}</div>`}
${problems.size > 0 && problemList(problems)}
<form class="application-form" method="post" action="${page.action}" accept-charset="utf-8" novalidate data-sending="${text.sending}" data-send-once>
${
  // Enter in a field presses a form's first button, and that shall be the one that books
  html`<button class="form-default-button" type="submit" tabindex="-1" aria-hidden="true">${text.send}</button>`
}
${other && otherTimesPart(other)}
<section class="booking-summary" aria-labelledby="when">
<h2 class="kern-sr-only" id="when">${text.when}</h2>
${descriptionList([
  [text.when, html`<strong>${dateAndTimes(page.startsAt, page.endsAt)}</strong>`],
  [asked.services.length === 1 ? text.service : text.services, serviceNames(asked.services)],
])}
${holdClock(page.held)}
${!other && html`<button class="kern-btn kern-btn--tertiary" type="submit" name="${detailsFields.other}" value="1"><span class="kern-label">${text.otherTime}</span></button>`}
</section>
${field({ name: 'name', label: text.name, typed, problems, attributes: html` type="text" autocomplete="name"` })}
${field({ name: 'email', label: text.email, hint: text.emailHint, typed, problems, attributes: html` type="email" autocomplete="email" spellcheck="false"` })}
${field({ name: 'phone', label: text.phone, hint: text.phoneHint, typed, problems, attributes: html` type="tel" autocomplete="tel"`, isOptional: true })}
${field({ name: 'remark', label: text.remark, hint: text.remarkHint, typed, problems, attributes: 'textarea', isOptional: true })}
${trapField()}
${page.toll && tollPart(page.toll, text.toll)}
<div class="booking-send">
${paragraph(text.privacy)}
${paragraph(html`<strong>${text.afterSending}</strong>`)}
<button class="kern-btn kern-btn--primary" type="submit" data-send><span class="kern-label">${text.send}</span></button>
</div>
</form>
</div>`,
  };
}

function problemList(problems: DetailProblems): Html {
  const text = texts().booking;
  return html`<div id="errors" tabindex="-1" data-focus>${notice(
    'danger',
    text.errorTitle(problems.size),
    paragraph(text.errorLead),
    html`<ul class="kern-list kern-list--bullet">${[...problems].map(
      ([name, problem]) =>
        html`<li><a class="kern-link kern-link--no-visited-state" href="#${name}">${text.fieldProblems[problem]}</a></li>`,
    )}</ul>`,
  )}</div>`;
}

interface Field {
  readonly name: DetailField;
  readonly label: string;
  readonly hint?: string;
  readonly typed: TypedDetails;
  readonly problems: ReadonlyMap<DetailField, DetailProblem>;
  readonly attributes: Html | 'textarea';
  readonly isOptional?: boolean;
}

function field({ name, label, hint, typed, problems, attributes, isOptional = false }: Field): Html {
  const problem = problems.get(name);
  const isWrong = problem !== undefined;
  const described = [...(hint === undefined ? [] : [`${name}-hint`]), ...(isWrong ? [`${name}-error`] : [])];
  const common: HtmlPart = [
    html` class="kern-form-input__input${isWrong && ' kern-form-input__input--error'}" id="${name}" name="${name}"`,
    !isOptional && html` aria-required="true"`,
    described.length > 0 && html` aria-describedby="${described.join(' ')}"`,
    isWrong && html` aria-invalid="true"`,
  ];
  return html`<div class="kern-form-input${isWrong && ' kern-form-input--error'}">
<label class="kern-label" for="${name}">${label}${isOptional && html` <span class="kern-label__optional">${texts().form.optional}</span>`}</label>
${hint !== undefined && html`<div class="kern-hint" id="${name}-hint">${hint}</div>`}
${
  attributes === 'textarea'
    ? html`<textarea${common} rows="3">${'\n'}${typed[name]}</textarea>`
    : html`<input${common}${attributes} value="${typed[name]}">`
}
${isWrong && html`<p class="kern-error" id="${name}-error"><span class="kern-icon kern-icon--danger" aria-hidden="true"></span><span class="kern-body"><span class="kern-sr-only">${texts().error}: </span>${texts().booking.fieldProblems[problem]}</span></p>`}
</div>`;
}
