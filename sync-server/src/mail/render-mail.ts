import { html } from '../citizen/html.ts';
import type { MailDetail, MailText } from './texts/de.ts';

export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** A mail as plain text and as simple HTML: whose it is, what it says, what is to be known, one link written out. No images, no tracking. */
export function renderMail(said: MailText, link: string, sender: string, language = 'de'): RenderedMail {
  const details = said.details ?? [];
  return {
    subject: said.subject,
    text: `${[...said.paragraphs, ...details.map(detailAsText), link, said.closing.join('\n')].join('\n\n')}\n`,
    html: html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${said.subject}</title></head>
<body>
<h1>${sender}</h1>
${said.paragraphs.map((paragraph) => html`<p>${paragraph}</p>\n`)}
${details.map(({ term, lines }) => html`<h2>${term}</h2>\n<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>\n`)}
<p style="overflow-wrap: anywhere"><a href="${link}">${said.linkText}</a><br>${link}</p>
<p>${said.closing.map((line, index) => html`${index > 0 && html`<br>`}${line}`)}</p>
</body></html>
`.text,
  };
}

function detailAsText({ term, lines }: MailDetail): string {
  return [`${term}:`, ...lines.map((line) => `- ${line}`)].join('\n');
}
