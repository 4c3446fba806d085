import { formatInstant, type Instant } from '@amtsstube/shared/domain/time';
import { assetPath } from '../citizen/citizen-assets.ts';
import { type Html, html } from '../citizen/html.ts';
import type { Call } from './calls.ts';
import { hallTexts } from './hall-texts.ts';

/** Large, dark, and without anybody's name: number and counter of the last calls. */
export function displayPage(department: string, path: string, calls: readonly Call[], now: Instant): Html {
  const text = hallTexts().display;
  return html`<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<noscript><meta http-equiv="refresh" content="5"></noscript>
<link rel="icon" href="${assetPath('icon.svg')}" type="image/svg+xml">
<title>${text.title} – ${department}</title>
<link rel="stylesheet" href="${assetPath('hall.css')}">
<script src="${assetPath('hall-display.js')}" type="module"></script>
</head>
<body class="display">
<header class="display__head">
<h1>${department}</h1>
<p class="display__clock" data-clock>${formatInstant(now)}</p>
</header>
<main class="display__main" data-calls="${path}/calls">
<ol class="display__calls" aria-live="polite" data-list>${calls.map(callLine)}</ol>
<p class="display__none" data-none-line${calls.length > 0 && html` hidden`}>${text.none}</p>
</main>
<p class="display__stale" role="alert" data-stale hidden>${text.stale} <span data-since></span>. ${text.staleHelp}</p>
<footer class="display__foot">
<p>${text.lead}</p>
<button type="button" class="display__sound" data-sound data-on="${text.soundOn}" data-off="${text.soundOff}" aria-pressed="false" hidden>${text.soundOff}</button>
<button type="button" class="display__sound" data-speech data-on="${text.speechOn}" data-off="${text.speechOff}" data-says="${text.says}" data-example="${text.example}" aria-pressed="false" hidden>${text.speechOff}</button>
</footer>
</body>
</html>
`;
}

function callLine({ number, counter, isOpen }: Call): Html {
  return html`<li class="display__call${isOpen && ' display__call--open'}"><span class="display__number">${number}</span> <span class="display__arrow" aria-hidden="true">→</span> <span class="display__counter">${counter}</span></li>`;
}
