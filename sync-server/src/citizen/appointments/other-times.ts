import { instantOfUnit } from '@amtsstube/shared/domain/appointments/unit';
import type { LocalDate } from '@amtsstube/shared/domain/time';
import { addDays } from '@amtsstube/shared/domain/time';
import { type Html, html } from '../html.ts';
import { texts } from '../language.ts';
import { detailsFields } from './details.ts';
import type { DayOfTimes, FreeTime } from './free-times.ts';
import { timeButton, timeList } from './times-page.ts';
import { dateAndTime, longDate } from './when.ts';

/** Other times as buttons of the form itself, so that nothing typed is lost on the way. */
export type OtherTimes =
  /** After a refusal: what is next to the wish. */
  | { readonly show: 'nearest'; readonly times: readonly FreeTime[]; readonly isRefusal: boolean }
  /** Day by day. */
  | { readonly show: 'days'; readonly days: readonly DayOfTimes[]; readonly isFirst: boolean };

export function otherTimesPart(other: OtherTimes): Html {
  const text = texts().booking;
  return html`<section class="other-times" aria-labelledby="other-times"${other.show === 'days' && html` tabindex="-1" data-focus`}>
<h2 class="kern-heading-medium" id="other-times">${other.show === 'nearest' ? text.nearest : text.chooseOther}</h2>
${html`<p class="kern-body">${text.chooseOtherLead}</p>`}
${other.show === 'nearest' ? nearest(other.times) : days(other.days, other.isFirst)}
</section>`;
}

function nearest(times: readonly FreeTime[]): Html {
  const text = texts().booking;
  if (times.length === 0) return html`<p class="kern-body">${text.noOther}</p>${more('1', text.moreDays)}`;
  return html`<ul class="nearest-list">${times.map(
    ({ start }) => html`<li>${timeButton(detailsFields.time, start, dateAndTime(instantOfUnit(start)))}</li>`,
  )}</ul>
${more('1', text.moreDays)}`;
}

function days(all: readonly DayOfTimes[], isFirst: boolean): Html {
  const text = texts().booking;
  const last = all.at(-1);
  return html`${all.length === 0 && html`<p class="kern-body">${text.noOther}</p>`}
${all.map(
  ({ on, times }) => html`<h3 class="kern-heading-small">${longDate(on)}</h3>
${timeList(times.map(({ start }) => timeButton(detailsFields.time, start)))}`,
)}
<div class="actions">
${last && more(dayAfter(last.on), text.laterDays)}
${!isFirst && more('1', text.firstDays)}
<button class="kern-btn kern-btn--tertiary" type="submit" name="${detailsFields.other}" value="none"><span class="kern-label">${text.keepTime}</span></button>
</div>`;
}

function dayAfter(on: LocalDate): LocalDate {
  return addDays(on, 1);
}

function more(value: string, says: string): Html {
  return html`<button class="kern-btn kern-btn--tertiary" type="submit" name="${detailsFields.other}" value="${value}"><span class="kern-label">${says}</span></button>`;
}
