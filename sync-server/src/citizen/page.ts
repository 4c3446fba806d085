import { lightEnoughForDark } from '@amtsstube/shared/domain/colour';
import { colourOf } from '@amtsstube/shared/domain/settings';
import type { Response } from 'express';
import { assetPath } from './citizen-assets.ts';
import { type Html, type HtmlPart, html } from './html.ts';
import { german, language, otherLanguage, texts } from './language.ts';
import type { MunicipalityFrame } from './municipality-reader.ts';

export interface Page {
  readonly title: string;
  readonly municipality?: MunicipalityFrame | undefined;
  /** Which entry of the navigation this page is. */
  readonly current?: 'services' | 'status';
  /** Given for pages that say the same to everybody: only these may be found by search engines, which show it. */
  readonly description?: string | undefined;
  readonly main: HtmlPart;
}

/** A whole page around its content: head, skip link, the municipality's name, navigation and contact. */
function renderPage({ title, municipality, current, description, main }: Page): Html {
  const owner = municipality?.settings.name ?? texts().siteName;
  return html`<!doctype html>
<html lang="${language()}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${description === undefined ? html`<meta name="robots" content="noindex">` : html`<meta name="description" content="${description}">`}
<link rel="icon" href="${assetPath('icon.svg')}" type="image/svg+xml">
<title>${title} – ${owner}</title>
<link rel="stylesheet" href="${assetPath('site.css')}">
<script src="${assetPath('citizen.js')}" type="module"></script>
</head>
<body>
<a class="kern-link skip-link" href="#main">${texts().skipLink}</a>
<header class="site-header">
<div class="kern-container site-header__content">
<a class="site-header__name" href="${municipality ? `/m/${municipality.id}/` : '/'}">${owner}</a>
${municipality && navigation(municipality, current)}
${languageSwitch()}
</div>
${colourLine(municipality?.settings.colour)}
</header>
<main id="main" class="kern-container site-main" tabindex="-1">
${current === 'services' && germanNote()}
${main}
</main>
${municipality && contact(municipality)}
</body>
</html>
`;
}

/** Drawn, not styled: the pages' policy lets no style in that isn't in their stylesheet. */
function colourLine(colour: MunicipalityFrame['settings']['colour']): HtmlPart {
  if (colour === undefined || colour === 'blue') return html`<div class="site-header__line"></div>`;
  const light = colourOf(colour);
  const line = (scheme: string, fill: string) =>
    html`<rect class="only-${scheme}" width="100%" height="6" fill="${fill}"/>`;
  return html`<svg class="site-header__line" width="100%" height="6" aria-hidden="true" focusable="false">${line('light', light)}${line('dark', lightEnoughForDark(light))}</svg>`;
}

function languageSwitch(): HtmlPart {
  const other = otherLanguage();
  return (
    other &&
    html`<a class="kern-link kern-link--no-visited-state" href="${other.href}" lang="${other.language}" hreflang="${other.language}" rel="nofollow">${texts().otherLanguage}</a>`
  );
}

/** Services and forms are the municipality's own words. */
function germanNote(): HtmlPart {
  const note = texts().germanContent;
  return note !== '' && html`<p class="kern-body kern-body--muted reading-width">${note}</p>`;
}

function navigation({ id }: MunicipalityFrame, current: Page['current']): Html {
  const link = (key: NonNullable<Page['current']>, path: string, text: string) =>
    html`<li><a class="kern-link kern-link--no-visited-state" href="/m/${id}/${path}"${
      current === key && html` aria-current="page"`
    }>${text}</a></li>`;
  return html`<nav aria-label="${texts().navigation}"><ul class="kern-list kern-list--horizontal">${[
    link('services', '', texts().services.navigation),
    link('status', 'status', texts().status.navigation),
  ]}</ul></nav>`;
}

function legalLink(id: string, path: string, text: string): Html {
  return html`<li><a class="kern-link kern-link--no-visited-state" href="/m/${id}/${path}">${text}</a></li>`;
}

function contact({ id, settings }: MunicipalityFrame): Html {
  return html`<footer class="site-footer">
<div class="kern-container">
<h2 class="kern-heading-small">${texts().contact}</h2>
<div class="site-footer__columns">
<p class="kern-body">${lines([settings.name, ...settings.address.split('\n')])}</p>
<p class="kern-body">${
    settings.phone !== '' &&
    html`${texts().phone}: <a class="kern-link kern-link--no-visited-state" href="tel:${settings.phone.replaceAll(/[^+\d]/g, '')}">${settings.phone}</a><br>`
  }${texts().email}: <a class="kern-link kern-link--no-visited-state" href="mailto:${settings.email}">${settings.email}</a>${
    settings.web && html`<br>${texts().web}: ${settings.web}`
  }</p>
${
  settings.openingHours &&
  html`<div><h3 class="kern-title kern-title--small">${texts().openingHours}</h3>
<p class="kern-body">${german(lines(settings.openingHours.split('\n')))}</p></div>`
}
</div>
<nav aria-label="${texts().legal.navigation}"><ul class="kern-list kern-list--horizontal">${[
    legalLink(id, 'impressum', texts().imprint.title),
    legalLink(id, 'datenschutz', texts().privacy.title),
    legalLink(id, 'barrierefreiheit', texts().accessibility.short),
  ]}</ul></nav>
</div>
</footer>`;
}

/** Line by line; empty ones are left out. */
export function lines(all: readonly string[]): Html {
  return html`${all.filter((text) => text.trim() !== '').map((text, index) => html`${index > 0 && html`<br>`}${text}`)}`;
}

export function heading(text: HtmlPart): Html {
  return html`<h1 class="kern-heading-large">${text}</h1>`;
}

export function paragraph(...parts: readonly HtmlPart[]): Html {
  return html`<p class="kern-body">${parts}</p>`;
}

/** A box that says something about the whole page; a warning is read out at once. */
export function notice(
  kind: 'info' | 'success' | 'warning' | 'danger',
  title: string,
  ...body: readonly HtmlPart[]
): Html {
  return html`<div class="kern-alert kern-alert--${kind}" role="${kind === 'danger' || kind === 'warning' ? 'alert' : 'status'}">
<div class="kern-alert__header"><span class="kern-icon kern-icon--${kind}" aria-hidden="true"></span><h2 class="kern-title">${title}</h2></div>
<div class="kern-alert__body">${body}</div>
</div>`;
}

/** Terms and their values, in order; absent ones are left out. */
export function descriptionList(rows: readonly (readonly [term: HtmlPart, value: HtmlPart] | false)[]): Html {
  return html`<dl class="kern-description-list">${rows
    .filter((row) => row !== false)
    .map(
      ([term, value]) => html`<div class="kern-description-list-item">
<dt class="kern-description-list-item__key">${term}</dt>
<dd class="kern-description-list-item__value">${value}</dd>
</div>`,
    )}</dl>`;
}

export function linkButton(href: string, text: string, kind: 'primary' | 'secondary' = 'primary'): Html {
  return html`<a class="kern-btn kern-btn--${kind}" href="${href}"><span class="kern-label">${text}</span></a>`;
}

export function linkList(links: readonly { href: string; text: string }[]): Html {
  return html`<ul class="kern-list kern-list--bullet">${links.map(
    ({ href, text }) =>
      html`<li><a class="kern-link kern-link--no-visited-state" href="${href}">${text}</a></li>`,
  )}</ul>`;
}

/** Pages may hold personal content, and all of them are cheap: none is kept by a browser or a proxy. */
export function sendPage(response: Response, status: number, page: Page): void {
  response.status(status).set('Cache-Control', 'no-store').type('html').send(renderPage(page).text);
}
