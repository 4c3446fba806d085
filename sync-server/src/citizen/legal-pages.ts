import { type Html, html } from './html.ts';
import { german, texts } from './language.ts';
import type { MunicipalityFrame } from './municipality-reader.ts';
import { descriptionList, heading, lines, type Page, paragraph } from './page.ts';

/** Who offers these pages. */
export function imprintPage(municipality: MunicipalityFrame): Page {
  const { settings } = municipality;
  const text = texts().imprint;
  return {
    title: text.title,
    municipality,
    description: text.lead,
    main: html`<div class="reading-width">
${heading(text.title)}
${paragraph(text.lead)}
${descriptionList([
  [text.provider, text.providerIs(settings.name)],
  [text.address, lines(settings.address.split('\n'))],
  given(settings.representedBy) && [text.representedBy, german(settings.representedBy)],
  [text.responsible, stated(settings.responsiblePerson) ?? texts().legal.notGiven],
  settings.phone !== '' && [texts().phone, settings.phone],
  [texts().email, settings.email],
])}
</div>`,
  };
}

/** What happens to what people type (Art. 13 GDPR). */
export function privacyPage(municipality: MunicipalityFrame): Page {
  const { settings } = municipality;
  const text = texts().privacy;
  return {
    title: text.title,
    municipality,
    description: text.lead,
    main: html`<div class="reading-width">
${heading(text.title)}
${paragraph(text.lead)}
${descriptionList([
  [text.controller, lines([settings.name, ...settings.address.split('\n'), settings.phone, settings.email])],
  [text.officer, stated(settings.dataProtectionOfficer) ?? texts().legal.notGiven],
])}
${text.parts.map(
  (part) => html`<h2 class="kern-heading-medium">${part.title}</h2>
${paragraph(part.text)}`,
)}
<h2 class="kern-heading-medium">${text.authority}</h2>
${paragraph(text.authorityLead)}
<p class="kern-body">${stated(settings.privacyAuthority) ?? lines(text.defaultAuthority)}</p>
</div>`,
  };
}

/** What the municipality wrote, line by line, in its own language; undefined: nothing. */
export function stated(text: string | undefined): Html | undefined {
  return given(text) ? german(lines(text.split('\n'))) : undefined;
}

export function given(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== '';
}
