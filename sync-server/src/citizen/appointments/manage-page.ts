import { qrPath } from '@amtsstube/print/qr-squares';
import type { Booking } from '@amtsstube/shared/domain/appointments/appointment';
import { checkInCode } from '@amtsstube/shared/domain/appointments/check-in-code';
import type { Instant } from '@amtsstube/shared/domain/time';
import { placeLines, toBring } from '../../booking/appointment-facts.ts';
import { type Html, html } from '../html.ts';
import { german, texts } from '../language.ts';
import { descriptionList, heading, lines, linkButton, notice, type Page, paragraph } from '../page.ts';
import { startPath } from './booking-paths.ts';
import { appointmentRows, isToCome, type Managed } from './managed.ts';

/** What has just been done, said once above the page. */
export type JustDone = 'booked' | 'moved';

/** Everything about an appointment for whoever has its link. It names nobody. @param url the page's own, whole */
export function managePage(managed: Managed, url: string, just: JustDone | undefined): Page {
  const { municipality, facts, path, now } = managed;
  const { booking } = facts;
  const text = texts().managing;
  const open = isToCome(booking, now);
  const bring = toBring(facts);
  return {
    title: just === 'moved' ? text.movedTitle : just === 'booked' ? text.bookedTitle : titleOf(booking, now),
    municipality,
    main: html`<div class="reading-width">
${heading(text.title)}
${saying(booking, now, just)}
${descriptionList([
  ...appointmentRows(facts),
  [text.where, german(lines(placeLines(facts)))],
  facts.directions !== '' && [text.directions, german(facts.directions)],
])}
${!open && afterwards(managed)}
${
  open &&
  bring.length > 0 &&
  html`<h2 class="kern-heading-medium">${text.bring}</h2>
<ul class="kern-list kern-list--bullet">${bring.map((each) => html`<li>${german(each)}</li>`)}</ul>`
}
${
  open &&
  html`<h2 class="kern-heading-medium">${text.change}</h2>
<div class="actions">${linkButton(`${path}/move`, text.move, 'secondary')}${linkButton(`${path}/cancel`, text.cancel, 'secondary')}</div>
${booking.state.is === 'booked' && takeAlong(path, url, checkInCode(booking.id))}
${paragraph(html`<small>${text.keepLink}</small>`)}`
}
</div>`,
  };
}

function titleOf(booking: Booking, now: Instant): string {
  const text = texts().managing;
  if (booking.state.is === 'cancelled') return text.cancelledTitle;
  return booking.endsAt <= now ? text.overTitle : text.title;
}

function saying({ state, endsAt }: Booking, now: Instant, just: JustDone | undefined): Html | false {
  const text = texts().managing;
  if (state.is === 'cancelled')
    return notice(
      'info',
      text.cancelledTitle,
      paragraph(state.byId === null ? text.cancelledByYou : text.cancelledByOffice),
      state.byId !== null &&
        state.reason !== '' &&
        html`<p class="kern-body typed-text">${german(state.reason)}</p>`,
    );
  if (endsAt <= now) return notice('info', text.overTitle);
  if (state.is === 'unconfirmed')
    return notice('warning', text.notConfirmedTitle, paragraph(text.notConfirmedText));
  if (just === 'moved') return notice('success', text.movedTitle, paragraph(text.movedText));
  if (just === 'booked') return notice('success', text.bookedTitle, paragraph(text.bookedText));
  return false;
}

/** Over or cancelled: the same once more. */
function afterwards({ municipality, facts }: Managed): Html {
  return html`<p>${linkButton(startPath(municipality, facts.services), texts().managing.again)}</p>`;
}

/** @param code read by a scanner or typed at the town hall; in the address it opens nothing more than the page */
function takeAlong(path: string, url: string, code: string): Html {
  const text = texts().managing;
  const { side, path: squares } = qrPath(`${url}#${code}`);
  return html`<h2 class="kern-heading-medium">${text.takeAlong}</h2>
<div class="actions">${linkButton(`${path}/termin.ics`, text.calendar, 'secondary')}
<button class="kern-btn kern-btn--secondary" type="button" data-print hidden><span class="kern-label">${text.print}</span></button></div>
<figure class="appointment-code">
<svg viewBox="0 0 ${side} ${side}" role="img" aria-label="${text.codeAlt}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path fill="#000" d="${squares}"/></svg>
<figcaption class="kern-body">${text.code}<br>${text.checkIn} <strong>${code}</strong></figcaption>
</figure>`;
}
