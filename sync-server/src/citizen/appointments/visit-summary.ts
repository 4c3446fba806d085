import { unitMinutes } from '@amtsstube/shared/domain/appointments/unit';
import type { Service } from '@amtsstube/shared/domain/settings';
import { type Html, html } from '../html.ts';
import { german, texts } from '../language.ts';
import type { AskedVisit } from './asked-visit.ts';

/** `Fischereischein und Gewerbeanmeldung`: the services of a visit, in the municipality's words. */
export function serviceNames(services: readonly Pick<Service, 'name'>[]): Html {
  return html`${services.map(({ name }, index) => [
    index > 0 && (index === services.length - 1 ? ` ${texts().booking.and} ` : ', '),
    german(name),
  ])}`;
}

export function visitMinutes({ visit }: Pick<AskedVisit, 'visit'>): number {
  return visit.visitUnits * unitMinutes;
}

/** What stands above each page of a booking: what for, and how long. */
export function visitLine(asked: AskedVisit): Html {
  return html`<p class="kern-body kern-body--muted">${serviceNames(asked.services)} · ${texts().booking.minutes(visitMinutes(asked))}</p>`;
}
