import { containsWords } from '@amtsstube/shared/search/fold-german';
import { type Html, html } from './html.ts';
import { texts } from './language.ts';
import type { MunicipalityFrame } from './municipality-reader.ts';
import { heading, linkList, type Page, paragraph } from './page.ts';
import { queryField } from './services-page.ts';

const longestQuery = 100;

/** The municipalities of this server, or those that a place or a postcode belongs to: a form sent by GET. */
export function homePage(municipalities: readonly MunicipalityFrame[], asked: string): Page {
  const query = asked.trim().slice(0, longestQuery);
  const found = municipalities.filter((each) => containsWords(searchedText(each), query));
  const links = found.map(({ id, settings }) => ({ href: `/m/${id}/`, text: settings.name }));
  return {
    title: texts().home.title,
    description: texts().home.description,
    main: html`${heading(texts().home.title)}
${municipalities.length === 0 ? paragraph(texts().home.none) : [paragraph(texts().home.lead), searchForm(query)]}
${query !== '' && html`<p class="kern-body" role="status">${texts().home.found(found.length, query)} <a class="kern-link kern-link--no-visited-state" href="/">${texts().home.all}</a></p>`}
${links.length > 0 && linkList(links)}`,
  };
}

function searchForm(query: string): Html {
  return html`<form class="service-search" role="search" method="get" action="/">
<div class="kern-form-input">
<label class="kern-label" for="place">${texts().home.search}</label>
<div class="kern-hint" id="place-hint">${texts().home.searchHint}</div>
<input class="kern-form-input__input" id="place" name="${queryField}" type="search" value="${query}" maxlength="${longestQuery}" autocomplete="postal-code" aria-describedby="place-hint">
</div>
<button class="kern-btn kern-btn--primary" type="submit"><span class="kern-label">${texts().home.find}</span></button>
</form>`;
}

/** Where no places are named, the letterhead's are. */
function searchedText({ settings }: MunicipalityFrame): string {
  return [settings.name, settings.address, ...(settings.places ?? [])].join(' ');
}
