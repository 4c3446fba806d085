import { qrPath } from '@amtsstube/print/qr-squares';
import type { PublicFee } from '@amtsstube/shared/domain/citizen-view';
import { formatCents } from '@amtsstube/shared/domain/fees/money';
import { formatIban, giroCode, type PaymentSlip } from '@amtsstube/shared/domain/fees/payment-slip';
import { formatLocalDate } from '@amtsstube/shared/domain/time';
import { type Html, html } from '../html.ts';
import { texts } from '../language.ts';
import { descriptionList, paragraph } from '../page.ts';

interface FeeSection {
  readonly fee: PublicFee;
  /** undefined: nothing is open, or the municipality's account isn't known. */
  readonly slip: PaymentSlip | undefined;
  /** Where the form that begins an online payment goes; undefined: there is no provider. */
  readonly payPath: string | undefined;
}

/** What the application costs, whether that is paid, and the ways to pay it. */
export function feeSection({ fee, slip, payPath }: FeeSection): Html {
  const text = texts().fees;
  const isOpen = fee.openCents > 0;
  return html`<section aria-labelledby="fee">
<h2 class="kern-heading-medium" id="fee">${text.title}</h2>
${descriptionList([
  [text.amount, formatCents(fee.amountCents)],
  [text.state, text.states[fee.state]],
  fee.paidCents > 0 && isOpen && [text.paid, formatCents(fee.paidCents)],
  isOpen && fee.openCents !== fee.amountCents && [text.open, formatCents(fee.openCents)],
  isOpen && [text.dueOn, formatLocalDate(fee.dueOn)],
])}
${isOpen && payPath !== undefined && onlineForm(payPath)}
${isOpen && (slip ? transfer(slip) : paragraph(text.noAccount))}
</section>`;
}

function onlineForm(path: string): Html {
  const text = texts().fees;
  return html`${paragraph(text.onlineLead)}
<form class="pay-online" method="post" action="${path}" accept-charset="utf-8">
<button class="kern-btn kern-btn--primary" type="submit"><span class="kern-label">${text.online}</span></button>
</form>`;
}

function transfer(slip: PaymentSlip): Html {
  const text = texts().fees;
  const { side, path } = qrPath(giroCode(slip));
  return html`<h3 class="kern-heading-small">${text.transfer}</h3>
${paragraph(text.transferLead)}
${descriptionList([
  [text.holder, slip.holder],
  [text.iban, formatIban(slip.iban)],
  slip.bic !== '' && [text.bic, slip.bic],
  [text.reference, html`<strong>${slip.reference}</strong>`],
])}
<figure class="giro-code">
<svg viewBox="0 0 ${side} ${side}" role="img" aria-label="${text.codeAlt}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path fill="#000" d="${path}"/></svg>
<figcaption class="kern-body">${text.code}</figcaption>
</figure>`;
}
