import type { PageInputs } from '@amtsstube/shared/domain/forms/page-encoding';
import type { Service } from '@amtsstube/shared/domain/settings';
import { goField, ticketField } from './form-controls.ts';
import { type Html, html } from './html.ts';
import { german, texts } from './language.ts';
import type { MunicipalityFrame } from './municipality-reader.ts';
import { heading, linkButton, notice, type Page, paragraph } from './page.ts';
import type { Texts } from './texts/texts.ts';

/** Where the link is to go; no field id of a form begins with an underscore. */
export const addressField = '_address';

export interface LaterPage {
  readonly municipality: MunicipalityFrame;
  readonly service: Service;
  readonly typed: PageInputs;
  readonly sealedTicket: string;
  readonly draftId: string;
  readonly address: string;
  readonly problem: keyof Texts['later']['problems'] | undefined;
}

/** Asks where to send the link by which a person goes on later. All that was typed stays in the page. */
export function laterPage(page: LaterPage): Page {
  const { municipality, service, problem } = page;
  const base = `/m/${municipality.id}/services/${service.id}`;
  const says = problem && texts().later.problems[problem];
  const isWrong = problem === 'notAnAddress';
  return {
    title: `${says === undefined ? '' : `${texts().error}: `}${texts().later.title}`,
    municipality,
    current: 'services',
    main: html`<div class="reading-width">
<p class="kern-body kern-body--muted">${german(service.name)}</p>
${heading(texts().later.title)}
${says !== undefined && !isWrong && notice('warning', texts().later.problemTitle, paragraph(says))}
${paragraph(texts().later.lead)}
<form class="application-form" method="post" action="${base}/later" accept-charset="utf-8" novalidate data-draft="${page.draftId}" data-typed data-service="${service.name}">
<input type="hidden" name="${ticketField}" value="${page.sealedTicket}">
${[...page.typed].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<div class="kern-form-input${isWrong && ' kern-form-input--error'}">
<label class="kern-label" for="address">${texts().later.address}</label>
<input class="kern-form-input__input${isWrong && ' kern-form-input__input--error'}" id="address" name="${addressField}" type="email" autocomplete="email" spellcheck="false" aria-required="true"${
      isWrong && html` aria-invalid="true" aria-describedby="address-error" data-focus`
    } value="${page.address}">
${isWrong && html`<p class="kern-error" id="address-error"><span class="kern-icon kern-icon--danger" aria-hidden="true"></span><span class="kern-body"><span class="kern-sr-only">${texts().error}: </span>${says}</span></p>`}
</div>
${paragraph(texts().later.privacy)}
<div class="actions">
<button class="kern-btn kern-btn--primary" type="submit"><span class="kern-label">${texts().later.send}</span></button>
<button class="kern-btn kern-btn--secondary" type="submit" name="${goField}" value="all" formaction="${base}/form"><span class="kern-label">${texts().later.back}</span></button>
</div>
</form>
</div>`,
  };
}

export function sentPage(municipality: MunicipalityFrame, service: Service, until: string): Page {
  return {
    title: texts().later.sentTitle,
    municipality,
    current: 'services',
    main: html`<div class="reading-width">
<p class="kern-body kern-body--muted">${german(service.name)}</p>
${heading(texts().later.sentTitle)}
${notice('success', texts().later.sentUntil(until), paragraph(texts().later.sentText))}
<p>${linkButton(`/m/${municipality.id}/`, texts().later.services, 'secondary')}</p>
</div>`,
  };
}

/** Stands above a form that a link opened. */
export function resumedNotice(action: string, savedAt: string, until: string): Html {
  return html`${notice('info', texts().later.resumedTitle, paragraph(texts().later.resumed(savedAt, until)))}
<form method="post" action="${action}"><button class="kern-btn kern-btn--tertiary" type="submit"><span class="kern-label">${texts().later.delete}</span></button></form>`;
}

export function gonePage(municipality: MunicipalityFrame, which: 'gone' | 'deleted'): Page {
  const { title, text } = texts().later[which];
  return {
    title,
    municipality,
    main: html`<div class="reading-width">${heading(title)}${paragraph(text)}<p>${linkButton(`/m/${municipality.id}/`, texts().later.services)}</p></div>`,
  };
}
