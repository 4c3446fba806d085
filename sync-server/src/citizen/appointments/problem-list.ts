import { type Html, type HtmlPart, html } from '../html.ts';
import { notice, paragraph } from '../page.ts';

/** What is wrong with a form, above it: each sentence leads to its input. @param problems by the input's id */
export function problemList(
  title: string,
  lead: string,
  problems: Iterable<readonly [id: string, says: HtmlPart]>,
): Html {
  return html`<div id="errors" tabindex="-1" data-focus>${notice(
    'danger',
    title,
    paragraph(lead),
    html`<ul class="kern-list kern-list--bullet">${[...problems].map(
      ([id, says]) =>
        html`<li><a class="kern-link kern-link--no-visited-state" href="#${id}">${says}</a></li>`,
    )}</ul>`,
  )}</div>`;
}
