import { type LifeSituation, lifeSituation } from '@amtsstube/shared/domain/service-description';
import { containsWords } from '@amtsstube/shared/search/fold-german';
import { type Html, html } from './html.ts';
import { german, texts } from './language.ts';
import type { MunicipalityFrame, OfferedService } from './municipality-reader.ts';
import { heading, linkButton, type Page, paragraph } from './page.ts';

/** The search's field in the address; a German word, because people see it. */
export const queryField = 'suche';
const longestQuery = 100;

/** All services by life situation, or those that fit a search: a form sent by GET, so that a result has an address. */
export function servicesPage(
  municipality: MunicipalityFrame,
  offered: readonly OfferedService[],
  asked: string,
  bookPath: string | undefined,
): Page {
  const query = asked.trim().slice(0, longestQuery);
  const found = offered.filter((each) => containsWords(searchedText(each), query));
  return {
    title: texts().services.title,
    municipality,
    current: 'services',
    description: texts().services.description(municipality.settings.name),
    main: html`${heading(texts().services.title)}
${bookPath !== undefined && bookingEntry(bookPath)}
${offered.length > 0 ? [searchForm(municipality, query), results(municipality, found, query)] : paragraph(texts().services.none)}`,
  };
}

/** For whoever wants to come in person: the way to a time, whatever it is about. */
function bookingEntry(path: string): Html {
  return html`<div class="booking-entry">${paragraph(texts().booking.bookLead)}${linkButton(path, texts().booking.book, 'secondary')}</div>`;
}

function searchForm({ id }: MunicipalityFrame, query: string): Html {
  return html`<form class="service-search" role="search" method="get" action="/m/${id}/">
<div class="kern-form-input">
<label class="kern-label" for="search">${texts().services.search}</label>
<div class="kern-hint" id="search-hint">${texts().services.searchHint}</div>
<input class="kern-form-input__input" id="search" name="${queryField}" type="search" value="${query}" maxlength="${longestQuery}" autocomplete="off" aria-describedby="search-hint">
</div>
<button class="kern-btn kern-btn--primary" type="submit"><span class="kern-label">${texts().services.find}</span></button>
</form>`;
}

function results(municipality: MunicipalityFrame, found: readonly OfferedService[], query: string): Html {
  if (query === '') {
    const parts = bySituation(found);
    return html`${parts.length > 1 && jumps(parts)}${parts.map((each) => part(municipality, each))}`;
  }
  return html`<p class="kern-body" role="status">${texts().services.found(found.length, query)} <a class="kern-link kern-link--no-visited-state" href="/m/${municipality.id}/">${texts().services.all}</a></p>
${found.length > 0 && list(municipality, found, 2)}`;
}

interface Part {
  readonly id: string;
  readonly title: string;
  readonly services: readonly OfferedService[];
}

/** On a phone all services are a long way down. */
function jumps(parts: readonly Part[]): Html {
  return html`<nav class="service-jumps" aria-label="${texts().services.situationsTitle}"><ul class="kern-list kern-list--horizontal">${parts.map(
    ({ id, title }) =>
      html`<li><a class="kern-link kern-link--no-visited-state" href="#${id}">${title}</a></li>`,
  )}</ul></nav>`;
}

function part(municipality: MunicipalityFrame, { id, title, services }: Part): Html {
  return html`<section><h2 class="kern-heading-medium" id="${id}" tabindex="-1">${title}</h2>
${list(municipality, services, 3)}
</section>`;
}

function list({ id }: MunicipalityFrame, services: readonly OfferedService[], level: 2 | 3): Html {
  return html`<ul class="service-list">${services.map(({ service, departmentName }) => {
    const link = html`<a class="kern-link kern-link--no-visited-state" href="/m/${id}/services/${service.id}">${german(service.name)}</a>`;
    return html`<li class="service-list__entry">
${level === 2 ? html`<h2 class="kern-title">${link}</h2>` : html`<h3 class="kern-title">${link}</h3>`}
${paragraph(german(service.summary))}
<p class="kern-body kern-body--muted">${german(departmentName)}</p>
</li>`;
  })}</ul>`;
}

function bySituation(services: readonly OfferedService[]): readonly Part[] {
  const situations: readonly (LifeSituation | undefined)[] = [...lifeSituation.options, undefined];
  return situations
    .map((situation) => ({
      id: situation ?? 'other',
      title: situation ? texts().services.situations[situation] : texts().services.otherSituations,
      services: services.filter(({ service }) => service.description?.lifeSituation === situation),
    }))
    .filter((each) => each.services.length > 0);
}

function searchedText({ service, departmentName }: OfferedService): string {
  const situation = service.description?.lifeSituation;
  return [
    service.name,
    service.summary,
    departmentName,
    ...(service.description?.searchWords ?? []),
    ...(situation ? [texts().services.situations[situation]] : []),
  ].join(' ');
}
