import type { Instant } from '@amtsstube/shared/domain/time';
import { html } from '../html.ts';
import { texts } from '../language.ts';
import type { Toll } from '../misuse/gate.ts';
import { tollPart } from '../misuse/toll-part.ts';
import { trapField } from '../misuse/trap.ts';
import type { MunicipalityFrame } from '../municipality-reader.ts';
import { descriptionList, heading, notice, type Page, paragraph } from '../page.ts';
import type { Texts } from '../texts/texts.ts';
import type { AskedVisit } from './asked-visit.ts';
import { type DetailField, type DetailProblems, detailsFields, type TypedDetails } from './details.ts';
import { type Held, holdClock } from './hold-clock.ts';
import { type OtherTimes, otherTimesPart } from './other-times.ts';
import { problemList } from './problem-list.ts';
import { emailInput, nameInput, phoneInput, typedField } from './typed-field.ts';
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

const noProblems: DetailProblems = new Map();

/** Who comes, while the time is kept: with the clock, and a way to another time that loses nothing. */
export function detailsPage(page: DetailsPage): Page {
  const { municipality, asked, typed, problems = noProblems, refusal, other } = page;
  const text = texts().booking;
  const isWrong = problems.size > 0 || refusal !== undefined;
  const of = (id: DetailField) => {
    const problem = problems.get(id);
    return { id, value: typed[id], error: problem && text.fieldProblems[problem] };
  };
  return {
    title: `${isWrong ? `${texts().error}: ` : ''}${text.detailsTitle}`,
    municipality,
    main: html`<div class="reading-width">
${heading(text.detailsTitle)}
${refusal !== undefined && html`<div id="refused" tabindex="-1" data-focus>${notice('warning', text.refusals[refusal].title, paragraph(text.refusals[refusal].text))}</div>`}
${
  problems.size > 0 &&
  problemList(
    text.errorTitle(problems.size),
    text.errorLead,
    [...problems].map(([field, problem]) => [field, text.fieldProblems[problem]]),
  )
}
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
${typedField({ ...of('name'), label: text.name, kind: nameInput })}
${typedField({ ...of('email'), label: text.email, hint: text.emailHint, kind: emailInput })}
${typedField({ ...of('phone'), label: text.phone, hint: text.phoneHint, kind: phoneInput, isOptional: true })}
${typedField({ ...of('remark'), label: text.remark, hint: text.remarkHint, kind: 'textarea', isOptional: true })}
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
