import type { Service } from '@amtsstube/shared/domain/settings';
import { assetPath } from '../citizen/citizen-assets.ts';
import { type Html, type HtmlPart, html } from '../citizen/html.ts';
import { german, language, otherLanguage } from '../citizen/language.ts';
import { hallTexts } from './hall-texts.ts';

export const kioskFields = { act: 'act', service: 'service', code: 'code' } as const;

interface Kiosk {
  readonly department: string;
  /** Of the first page. */
  readonly path: string;
}

/** What somebody wants: she is booked and says her code, or chooses what it is about. @param act sealed: pressed twice it is one number */
export function startPage(kiosk: Kiosk, services: readonly Service[], act: string): Html {
  const text = hallTexts().kiosk;
  const hidden = html`<input type="hidden" name="${kioskFields.act}" value="${act}">`;
  return page(
    kiosk,
    text.title,
    html`<section class="kiosk__part">
<h2>${text.walkIn}</h2>
${
  services.length === 0
    ? html`<p>${text.noServices}</p>`
    : html`<p>${text.choose}</p>
<form method="post" action="${kiosk.path}/number" accept-charset="utf-8" data-kiosk-form>${hidden}
<ul class="kiosk__services">${services.map(
        ({ id, name }) =>
          html`<li><button class="kiosk__button" type="submit" name="${kioskFields.service}" value="${id}">${german(name)}</button></li>`,
      )}</ul>
</form>`
}
</section>
<section class="kiosk__part">
<h2>${text.booked}</h2>
<form class="kiosk__code" method="post" action="${kiosk.path}/arrive" accept-charset="utf-8" data-kiosk-form>${hidden}
<label for="code">${text.code}</label>
<p id="code-help">${text.codeHelp}</p>
<input id="code" name="${kioskFields.code}" type="text" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="600" aria-describedby="code-help" required>
<button class="kiosk__button kiosk__button--main" type="submit">${text.arrive}</button>
</form>
</section>`,
  );
}

/** The number, shown so large that nobody needs the slip. */
export function numberPage(kiosk: Kiosk, number: string, serviceName: string, at: string): Html {
  const text = hallTexts().kiosk;
  return page(
    kiosk,
    text.yourNumber,
    html`<section class="kiosk__ticket" data-kiosk-ticket>
<p class="kiosk__number">${number}</p>
<p class="kiosk__fact">${german(serviceName)}</p>
<p class="kiosk__fact">${kiosk.department}, ${at}</p>
<p>${text.wait}</p>
</section>
<div class="kiosk__actions">
<button class="kiosk__button" type="button" data-kiosk-print hidden>${text.print}</button>
<a class="kiosk__button kiosk__button--main" href="${kiosk.path}?lang=de" data-kiosk-home>${text.done}</a>
</div>
<p class="kiosk__hint">${text.noPrint}</p>`,
  );
}

/** What went wrong, and what to do. */
export function problemPage(kiosk: Kiosk, sentence: string): Html {
  const text = hallTexts().kiosk;
  return page(
    kiosk,
    text.problems.title,
    html`<p class="kiosk__problem" role="alert">${sentence}</p>
<div class="kiosk__actions"><a class="kiosk__button kiosk__button--main" href="${kiosk.path}" data-kiosk-home>${text.back}</a></div>`,
  );
}

function page({ department, path }: Kiosk, title: string, main: HtmlPart): Html {
  const other = otherLanguage();
  return html`<!doctype html>
<html lang="${language()}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="${assetPath('icon.svg')}" type="image/svg+xml">
<title>${title} – ${department}</title>
<link rel="stylesheet" href="${assetPath('hall.css')}">
<script src="${assetPath('kiosk.js')}" type="module"></script>
</head>
<body class="kiosk" data-kiosk="${path}">
<header class="kiosk__head">
<p>${german(department)}</p>
${other && html`<a class="kiosk__language" href="${other.href}" lang="${other.language}" hreflang="${other.language}">${other.language === 'de' ? 'Deutsch' : 'English'}</a>`}
</header>
<p class="kiosk__offline" role="alert" data-kiosk-offline hidden>${hallTexts().kiosk.offline}</p>
<main class="kiosk__main">
<h1>${title}</h1>
${main}
</main>
</body>
</html>
`;
}
