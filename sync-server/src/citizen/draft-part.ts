import { type Html, html } from './html.ts';
import { texts } from './language.ts';

/**
 * Says where what was typed is kept, and the way to be rid of it. Shown by the script, which does the keeping;
 * without it the page itself is all there is.
 */
export function draftPart(draftId: string, kept: string = texts().draft.kept): Html {
  return html`<div class="draft-part" data-draft-part="${draftId}" hidden>
<p class="kern-body kern-body--muted">${kept}</p>
<button class="kern-btn kern-btn--tertiary" type="button" data-draft-delete data-deleted="${texts().draft.deleted}"><span class="kern-label">${texts().draft.delete}</span></button>
</div>`;
}

/** A template the script fills with what was begun for this form on this device; without a script it shows nothing. */
export function draftOffer(action: string): Html {
  return html`<section class="draft-offer" data-draft-offer="${action}" aria-labelledby="draft-offer" hidden>
<h2 class="kern-heading-small" id="draft-offer">${texts().draft.offerTitle}</h2>
<ul class="draft-offer__list"></ul>
<template><li class="draft-offer__entry"><span class="kern-body" data-saved="${texts().draft.savedAt}"></span>
<span class="actions"><button class="kern-btn kern-btn--secondary" type="button" data-resume><span class="kern-label">${texts().draft.resume}</span></button>
<button class="kern-btn kern-btn--tertiary" type="button" data-discard><span class="kern-label">${texts().draft.delete}</span></button></span></li></template>
</section>`;
}
