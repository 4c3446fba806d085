import { type Html, html } from '../html.ts';
import type { Texts } from '../texts/texts.ts';
import { gateFields, type Toll } from './gate.ts';

/** The script calculates and says so; without it the sentence about waiting stays, and is true. */
export function tollPart(
  { challenge, sealedTurn, seconds }: Toll,
  text: Pick<Texts['toll'], 'title' | 'wait' | 'working' | 'done'>,
): Html {
  return html`<div class="form-information" id="toll-wait" data-proof="${challenge}" data-done="${text.done}">
<input type="hidden" name="${gateFields.turn}" value="${sealedTurn}">
<input type="hidden" name="${gateFields.proof}" value="" data-proof-input>
<p class="kern-title" data-proof-title>${text.title}</p>
<p class="kern-body" role="status" data-proof-says data-working="${text.working}">${text.wait(seconds)}</p>
</div>`;
}
