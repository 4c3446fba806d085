import type { Service } from '@amtsstube/shared/domain/settings';
import { type Html, html } from '../html.ts';
import { german, texts } from '../language.ts';
import type { MunicipalityFrame } from '../municipality-reader.ts';
import { heading, notice, type Page, paragraph } from '../page.ts';
import type { Texts } from '../texts/texts.ts';
import { mostServices } from './asked-visit.ts';
import { bookingHome, bookingQuery } from './booking-paths.ts';

export type ChoiceProblem = keyof Texts['booking']['choiceProblems'];

/** What the visit is for: one service or several, chosen without a script. */
export function serviceChoice(
  municipality: MunicipalityFrame,
  bookable: readonly Service[],
  chosen: readonly Service[],
  problem: ChoiceProblem | undefined,
): Page {
  const text = texts().booking;
  return {
    title: problem === undefined ? text.title : `${texts().error}: ${text.title}`,
    municipality,
    ...(problem === undefined &&
      chosen.length === 0 && { description: text.description(municipality.settings.name) }),
    main: html`<div class="reading-width">
${heading(text.title)}
${
  bookable.length === 0
    ? notice('info', text.nothingTitle, paragraph(text.nothing))
    : [paragraph(text.lead), choiceForm(municipality, bookable, chosen, problem)]
}
</div>`,
  };
}

function choiceForm(
  municipality: MunicipalityFrame,
  bookable: readonly Service[],
  chosen: readonly Service[],
  problem: ChoiceProblem | undefined,
): Html {
  const text = texts().booking;
  const isWrong = problem !== undefined;
  return html`<form class="application-form" method="get" action="${bookingHome(municipality)}/start">
<fieldset class="kern-fieldset${isWrong && ' kern-fieldset--error'}" aria-describedby="choice-hint${isWrong && ' choice-error'}"${isWrong && html` tabindex="-1" data-focus`}>
<legend class="kern-label">${text.choose}</legend>
<div class="kern-hint" id="choice-hint">${text.chooseHint(mostServices)}</div>
${isWrong && html`<p class="kern-error" id="choice-error"><span class="kern-icon kern-icon--danger" aria-hidden="true"></span><span class="kern-body"><span class="kern-sr-only">${texts().error}: </span>${text.choiceProblems[problem]}</span></p>`}
<div class="kern-fieldset__body">${bookable.map((service) => checkbox(service, chosen.includes(service)))}</div>
</fieldset>
<button class="kern-btn kern-btn--primary" type="submit"><span class="kern-label">${text.next}</span></button>
</form>`;
}

function checkbox({ id, name, appointment }: Service, isChecked: boolean): Html {
  const field = `service-${id}`;
  return html`<div class="kern-form-check">
<input class="kern-form-check__checkbox" type="checkbox" id="${field}" name="${bookingQuery.service}" value="${id}"${isChecked && html` checked`}>
<label class="kern-label" for="${field}">${german(name)} <span class="kern-label__optional">${texts().booking.minutes(appointment?.durationMinutes ?? 0)}</span></label>
</div>`;
}
