import type { Case } from '@amtsstube/shared/domain/case';
import type { PageInputs } from '@amtsstube/shared/domain/forms/page-encoding';
import type { Service } from '@amtsstube/shared/domain/settings';
import { formatInstant } from '@amtsstube/shared/domain/time';

import { editField, ticketField } from './form-controls.ts';
import { html } from './html.ts';
import { texts } from './language.ts';
import type { MunicipalityFrame } from './municipality-reader.ts';
import { heading, linkButton, type Page, paragraph } from './page.ts';

/** A form was sent, changed (the way back in the browser) and sent again: says which version counts, loses neither. */
export function otherTextPage(shown: {
  readonly municipality: MunicipalityFrame;
  readonly service: Service;
  readonly typed: PageInputs;
  readonly first: Case;
  readonly receiptPath: string;
  readonly sealedTicket: string;
}): Page {
  const { municipality, service, typed, first } = shown;
  return {
    title: texts().otherText.title,
    municipality,
    current: 'services',
    main: html`<div class="reading-width">
${heading(texts().otherText.title)}
${paragraph(texts().otherText.text(texts().at(formatInstant(first.submittedAt)), first.fileReference))}
<p>${linkButton(shown.receiptPath, texts().otherText.receipt)}</p>
${paragraph(texts().otherText.changed)}
<form method="post" action="/m/${municipality.id}/services/${service.id}/form" accept-charset="utf-8">
<input type="hidden" name="${ticketField}" value="${shown.sealedTicket}">
<input type="hidden" name="${editField}" value="1">
${[...typed].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<button class="kern-btn kern-btn--secondary" type="submit"><span class="kern-label">${texts().otherText.anew}</span></button>
</form>
</div>`,
  };
}
