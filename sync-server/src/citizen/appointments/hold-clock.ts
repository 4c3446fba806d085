import type { Hold } from '@amtsstube/shared/domain/appointments/holds';
import type { Instant } from '@amtsstube/shared/domain/time';
import { type Html, html } from '../html.ts';
import { texts } from '../language.ts';
import { detailsFields } from './details.ts';
import { localTimeOf } from './when.ts';

/** How the time is kept at this moment. */
export type Held =
  | { readonly is: 'held'; readonly until: Instant; readonly now: Instant; readonly canExtend: boolean }
  /** Nobody keeps it for her; it may still be free. */
  | { readonly is: 'ranOut'; readonly canExtend: boolean };

/** @param hold undefined: nothing is kept for her any more */
export function heldNow(hold: Hold | undefined, now: Instant): Held {
  const canExtend = hold?.isExtended === false;
  return hold && hold.expiresAt >= now
    ? { is: 'held', until: hold.expiresAt, now, canExtend }
    : { is: 'ranOut', canExtend };
}

/**
 * Until when the time is kept: a sentence that is true without a script. The script counts down beside it, by the time that
 * was left when the page was made: a clock that goes wrong counts right.
 */
export function holdClock(held: Held): Html {
  const text = texts().booking;
  if (held.is === 'ranOut')
    return html`<div class="hold-clock hold-clock--over"><p class="kern-body"><strong>${text.ranOutTitle}.</strong> ${text.ranOut}</p>${held.canExtend && extendButton()}</div>`;
  const left = Math.max(0, Date.parse(held.until) - Date.parse(held.now));
  return html`<div class="hold-clock" data-hold-left="${left}" data-says-left="${text.left}" data-says-almost="${text.almostOver}">
<p class="kern-body"><strong>${text.heldUntil(localTimeOf(held.until))}</strong> ${text.notBookedYet}${!held.canExtend && [' ', text.extended]}</p>
<p class="hold-clock__left" aria-hidden="true" hidden data-hold-clock></p>
<p class="kern-body" role="status" data-hold-says hidden></p>
<p class="kern-body" hidden data-hold-over><strong>${text.ranOutTitle}.</strong> ${text.ranOut}</p>
${held.canExtend && extendButton()}
</div>`;
}

function extendButton(): Html {
  return html`<button class="kern-btn kern-btn--secondary" type="submit" name="${detailsFields.extend}" value="1"><span class="kern-label">${texts().booking.extend}</span></button>`;
}
