import { completeAnswers } from '@amtsstube/shared/fixtures/complete-answers';
import { dogTaxForm } from '@amtsstube/shared/services/order/dog-tax-form';
import { asTyped, formPath, openPage, send, ticketIn } from '@amtsstube/sync-server/citizen/test-browser';
import type { Receipt } from './citizen.ts';

/** An application sent as a browser without a script does it, where filling in the form is not what is shown. */
export async function applyByHttp(
  townUrl: string,
  person: { readonly firstName: string; readonly lastName: string; readonly email: string },
): Promise<Receipt> {
  const form = await openPage(townUrl, formPath);
  const typed = { ...asTyped(completeAnswers(dogTaxForm, 7)), ...person };
  const review = await send(townUrl, formPath, { ...typed, _ticket: ticketIn(form.html), _to: 'review' });
  const sent = await send(townUrl, formPath, { ...typed, _ticket: ticketIn(review.html) });
  const location = sent.headers.get('location');
  if (sent.status !== 303 || location === null) throw new Error(`not received: ${sent.status}`);
  const { html } = await openPage(townUrl, location);
  const [fileReference] = /HST-\d{4}-\d{5}/.exec(html) ?? [];
  const [trackingCode] = /[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}/.exec(html) ?? [];
  if (fileReference === undefined || trackingCode === undefined) throw new Error(`no receipt: ${html}`);
  return { fileReference, trackingCode };
}
