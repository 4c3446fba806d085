import { html } from '../html.ts';
import { texts } from '../language.ts';
import type { MunicipalityFrame } from '../municipality-reader.ts';
import { heading, linkButton, type Page, paragraph } from '../page.ts';
import { bookingHome } from './booking-paths.ts';

/** An address of these pages that leads nowhere any more, and what to do instead. */
export function gonePage(municipality: MunicipalityFrame): Page {
  const { title, text } = texts().booking.gone;
  return {
    title,
    municipality,
    main: html`<div class="reading-width">${heading(title)}${paragraph(text)}<p>${linkButton(bookingHome(municipality), texts().booking.book)}</p></div>`,
  };
}
