import type { Response } from 'express';
import { assetPath } from './citizen-assets.ts';
import { type Html, type HtmlPart, html } from './html.ts';
import type { MunicipalityFrame } from './municipality-reader.ts';
import { de } from './texts/de.ts';

export interface Page {
  readonly title: string;
  readonly municipality?: MunicipalityFrame | undefined;
  /** Which entry of the navigation this page is. */
  readonly current?: 'services' | 'status';
  readonly main: HtmlPart;
}

/** A whole page around its content: head, skip link, the municipality's name, navigation and contact. */
function renderPage({ title, municipality, current, main }: Page): Html {
  const owner = municipality?.settings.name ?? de.siteName;
  return html`<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<link rel="icon" href="${assetPath('icon.svg')}" type="image/svg+xml">
<title>${title} – ${owner}</title>
<link rel="stylesheet" href="${assetPath('site.css')}">
<script src="${assetPath('citizen.js')}" type="module"></script>
</head>
<body${municipality?.settings.colour !== undefined && html` data-colour="${municipality.settings.colour}"`}>
<a class="kern-link skip-link" href="#main">${de.skipLink}</a>
<header class="site-header">
<div class="kern-container site-header__content">
<a class="site-header__name" href="${municipality ? `/m/${municipality.id}/` : '/'}">${owner}</a>
${municipality && navigation(municipality, current)}
</div>
</header>
<main id="main" class="kern-container site-main" tabindex="-1">
${main}
</main>
${municipality && contact(municipality)}
</body>
</html>
`;
}

function navigation({ id }: MunicipalityFrame, current: Page['current']): Html {
  const link = (key: NonNullable<Page['current']>, path: string, text: string) =>
    html`<li><a class="kern-link kern-link--no-visited-state" href="/m/${id}/${path}"${
      current === key && html` aria-current="page"`
    }>${text}</a></li>`;
  return html`<nav aria-label="${de.navigation}"><ul class="kern-list kern-list--horizontal">${[
    link('services', '', de.services.navigation),
    link('status', 'status', de.status.navigation),
  ]}</ul></nav>`;
}

function contact({ settings }: MunicipalityFrame): Html {
  return html`<footer class="site-footer">
<div class="kern-container">
<h2 class="kern-heading-small">${de.contact}</h2>
<div class="site-footer__columns">
<p class="kern-body">${lines([settings.name, ...settings.address.split('\n')])}</p>
<p class="kern-body">${
    settings.phone !== '' &&
    html`${de.phone}: <a class="kern-link kern-link--no-visited-state" href="tel:${settings.phone.replaceAll(/[^+\d]/g, '')}">${settings.phone}</a><br>`
  }${de.email}: <a class="kern-link kern-link--no-visited-state" href="mailto:${settings.email}">${settings.email}</a>${
    settings.web && html`<br>${de.web}: ${settings.web}`
  }</p>
${
  settings.openingHours &&
  html`<div><h3 class="kern-title kern-title--small">${de.openingHours}</h3>
<p class="kern-body">${lines(settings.openingHours.split('\n'))}</p></div>`
}
</div>
</div>
</footer>`;
}

function lines(texts: readonly string[]): Html {
  return html`${texts.filter((text) => text.trim() !== '').map((text, index) => html`${index > 0 && html`<br>`}${text}`)}`;
}

export function heading(text: string): Html {
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
export function descriptionList(rows: readonly (readonly [term: string, value: HtmlPart] | false)[]): Html {
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
