import type { Booking } from '@amtsstube/shared/domain/appointments/appointment';
import type { BookingRules } from '@amtsstube/shared/domain/appointments/visit';
import type { Instant } from '@amtsstube/shared/domain/time';
import { type Html, html } from '../html.ts';
import { texts } from '../language.ts';
import type { MunicipalityFrame } from '../municipality-reader.ts';
import { descriptionList, heading, linkButton, notice, type Page, paragraph } from '../page.ts';
import { bookingHome } from './booking-paths.ts';
import { serviceNames } from './visit-summary.ts';
import { dateAndTimes, timeInText } from './when.ts';

/** After sending: not booked yet, and what to do now. The address is shown to whoever sent it, and only for a while. */
export function requestedPage(
  municipality: MunicipalityFrame,
  booked: Booking,
  rules: BookingRules,
  now: Instant,
): Page {
  const text = texts().booking;
  const { title, main } = saying(booked, now);
  const services = booked.serviceIds.flatMap((id) => rules.services.find((each) => each.id === id) ?? []);
  return {
    title,
    municipality,
    main: html`<div class="reading-width">
${heading(title)}
${main}
${descriptionList([
  [text.when, dateAndTimes(booked.startsAt, booked.endsAt)],
  [services.length === 1 ? text.service : text.services, serviceNames(services)],
])}
<p>${linkButton(bookingHome(municipality), text.bookAgain, 'secondary')}</p>
</div>`,
  };
}

function saying({ state, visitor }: Booking, now: Instant): { readonly title: string; readonly main: Html } {
  const text = texts().booking;
  switch (state.is) {
    case 'unconfirmed':
      return {
        title: text.requestedTitle,
        main: html`${notice(
          'warning',
          text.requestedNotYet,
          paragraph(text.requestedLead(visitor.email ?? '')),
          html`<ol class="kern-list kern-list--number">${text.requestedSteps.map((step) => html`<li>${step}</li>`)}</ol>`,
          paragraph(
            html`<strong>${state.expiresAt < now ? text.requestedTooLate : text.requestedUntil(timeInText(state.expiresAt))}</strong>`,
          ),
        )}
${paragraph(text.requestedWrong)}`,
      };
    case 'booked':
      return { title: text.requestedDone, main: paragraph(text.requestedDoneText) };
    case 'cancelled':
      return { title: text.requestedCancelled, main: html`` };
  }
}
