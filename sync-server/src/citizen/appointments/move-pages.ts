import type { Instant } from '@amtsstube/shared/domain/time';
import { html } from '../html.ts';
import { texts } from '../language.ts';
import { descriptionList, heading, linkButton, linkList, notice, type Page, paragraph } from '../page.ts';
import { actField } from './act-ticket.ts';
import type { Managed } from './managed.ts';
import { serviceNames } from './visit-summary.ts';
import { dateAndTime, dateAndTimes } from './when.ts';

/** From when to when, and one button. */
export function moveConfirmPage(
  { municipality, facts: { booking, services }, path }: Managed,
  to: { readonly startsAt: Instant; readonly endsAt: Instant },
  sealed: string,
): Page {
  const text = texts().managing;
  return {
    title: text.moveConfirmTitle,
    municipality,
    main: html`<div class="reading-width">
${heading(text.moveConfirmTitle)}
${descriptionList([
  [text.before, html`<s>${dateAndTimes(booking.startsAt, booking.endsAt)}</s>`],
  [text.after, html`<strong>${dateAndTimes(to.startsAt, to.endsAt)}</strong>`],
  services.length > 0 && [text.what, serviceNames(services)],
])}
<form class="application-form" method="post" action="${path}/move/to" accept-charset="utf-8"><input type="hidden" name="${actField}" value="${sealed}">
<div class="actions"><button class="kern-btn kern-btn--primary" type="submit"><span class="kern-label">${text.moveNow}</span></button>
${linkButton(`${path}/move`, text.moveOther, 'secondary')}
${linkButton(path, text.keep, 'secondary')}</div>
</form>
</div>`,
  };
}

/** Somebody else was faster: the appointment stays, and what is free next to the wish is at hand. */
export function moveRefusedPage(
  { municipality, path }: Managed,
  near: readonly { readonly at: Instant; readonly href: string }[],
): Page {
  const text = texts().managing;
  return {
    title: `${texts().error}: ${text.moveRefused.title}`,
    municipality,
    main: html`<div class="reading-width">
${heading(text.moveTitle)}
<div id="refused" tabindex="-1" data-focus>${notice('warning', text.moveRefused.title, paragraph(near.length > 0 ? text.moveRefused.text : text.nothingNear))}</div>
${near.length > 0 && linkList(near.map(({ at, href }) => ({ href, text: dateAndTime(at) })))}
<div class="actions">${linkButton(`${path}/move`, text.moveOther, 'secondary')}${linkButton(path, text.keep, 'secondary')}</div>
</div>`,
  };
}
