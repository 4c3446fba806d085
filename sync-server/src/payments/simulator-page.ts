import { formatCents } from '@amtsstube/shared/domain/fees/money';
import { html } from '../citizen/html.ts';
import type { WantedPayment } from './payment-provider.ts';

/** The page of the simulator: says what it is, and asks one question. */
export function payPage({
  amountCents,
  reference,
  purpose,
  state,
}: WantedPayment & { readonly state: string }): string {
  return `<!doctype html>${html`<html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Zahlungsdienst (Simulator)</title></head><body><main>
<h1>Zahlungsdienst (Simulator)</h1>
<p>Hier wird nichts bezahlt: Diese Seite spielt einen Zahlungsdienst auf diesem Computer.</p>
<p>${purpose}: <strong>${formatCents(amountCents)}</strong>, Kassenzeichen ${reference}</p>
${
  state === 'open'
    ? html`<form method="post"><button name="answer" value="pay">Bezahlen</button>
<button name="answer" value="cancel">Abbrechen</button></form>`
    : html`<p>${state === 'paid' ? 'Diese Zahlung ist schon bezahlt.' : 'Diese Zahlung wurde abgebrochen.'}</p>`
}
</main></body></html>`}`;
}
