import type { BookingRules } from '@amtsstube/shared/domain/appointments/visit';
import type { Waiting } from '@amtsstube/shared/domain/appointments/waiting';
import { type Html, html } from '../html.ts';
import { texts } from '../language.ts';
import { trapField } from '../misuse/trap.ts';
import type { MunicipalityFrame } from '../municipality-reader.ts';
import { descriptionList, heading, linkButton, notice, type Page, paragraph } from '../page.ts';
import type { AskedVisit } from './asked-visit.ts';
import { address, bookingHome, visitQuery } from './booking-paths.ts';
import { saysPage } from './managed.ts';
import { problemList } from './problem-list.ts';
import { dayInput, emailInput, nameInput, typedField } from './typed-field.ts';
import { serviceNames, visitLine } from './visit-summary.ts';
import type { TypedWish, WaitingField, WishProblems } from './waiting-form.ts';
import { longDate } from './when.ts';

export const waitingTicketField = '_ticket';

interface JoinPage {
  readonly municipality: MunicipalityFrame;
  readonly asked: AskedVisit;
  readonly typed: TypedWish;
  readonly sealed: string;
  readonly problems?: WishProblems | undefined;
  readonly refusal?: 'refused' | 'trapped' | undefined;
}

/** Which days suit, and where to write. */
export function joinPage({
  municipality,
  asked,
  typed,
  sealed,
  problems = new Map(),
  refusal,
}: JoinPage): Page {
  const text = texts().waiting;
  const of = (id: WaitingField) => ({ id, value: typed[id], error: problems.get(id) });
  const isWrong = problems.size > 0 || refusal !== undefined;
  return {
    title: `${isWrong ? `${texts().error}: ` : ''}${text.title}`,
    municipality,
    main: html`<div class="reading-width">
${heading(text.title)}
${visitLine(asked)}
${refusal === 'refused' && notice('warning', text.refusedTitle, paragraph(text.refused))}
${refusal === 'trapped' && notice('warning', texts().booking.refusals.trapped.title, paragraph(texts().booking.refusals.trapped.text))}
${problems.size > 0 && problemList(texts().booking.errorTitle(problems.size), text.errorLead, problems)}
${paragraph(text.lead)}
<form class="application-form" method="post" action="${waitingPath(municipality, asked)}" accept-charset="utf-8" novalidate>
<input type="hidden" name="${waitingTicketField}" value="${sealed}">
${typedField({ ...of('first'), label: text.first, hint: text.dayHint('1.12.2026'), kind: dayInput })}
${typedField({ ...of('last'), label: text.last, hint: text.dayHint('31.12.2026'), kind: dayInput })}
${typedField({ ...of('name'), label: texts().booking.name, kind: nameInput })}
${typedField({ ...of('email'), label: texts().booking.email, kind: emailInput })}
${trapField()}
${paragraph(texts().booking.privacy)}
<button class="kern-btn kern-btn--primary" type="submit"><span class="kern-label">${text.send}</span></button>
</form>
</div>`,
  };
}

/** What stands where nothing is free. */
export function waitingOffer(municipality: MunicipalityFrame, asked: AskedVisit): Html {
  const text = texts().waiting;
  return html`<section class="form-information waiting-offer">${paragraph(text.offerLead)}${linkButton(waitingPath(municipality, asked), text.offer, 'secondary')}</section>`;
}

function waitingPath(municipality: MunicipalityFrame, asked: AskedVisit): string {
  return address(`${bookingHome(municipality)}/wait`, visitQuery(asked));
}

/** A place on the list, for whoever has its link: names nobody. */
export function waitingPage(
  municipality: MunicipalityFrame,
  entry: Waiting,
  rules: BookingRules,
  isJust: boolean,
): Page {
  const text = texts().waiting;
  const services = entry.serviceIds.flatMap((id) => rules.services.find((each) => each.id === id) ?? []);
  return {
    title: isJust ? text.joinedTitle : text.pageTitle,
    municipality,
    main: html`<div class="reading-width">
${heading(text.pageTitle)}
${isJust && notice('success', text.joinedTitle, paragraph(text.joinedText))}
${descriptionList([
  services.length > 0 && [texts().booking.services, serviceNames(services)],
  [text.days, text.fromTo(longDate(entry.firstOn), longDate(entry.lastOn))],
])}
${paragraph(text.leaveLead)}
<form method="post" accept-charset="utf-8"><button class="kern-btn kern-btn--secondary" type="submit"><span class="kern-label">${text.leave}</span></button></form>
</div>`,
  };
}

export function notWaitingPage(municipality: MunicipalityFrame): Page {
  return saysPage(municipality, texts().waiting.gone);
}
