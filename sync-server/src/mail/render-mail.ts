import { html } from '../citizen/html.ts';
import type { MailText } from './texts/de.ts';

export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** A mail as plain text and as simple HTML: no images, no tracking, one link written out. */
export function renderMail(said: MailText, link: string): RenderedMail {
  return {
    subject: said.subject,
    text: `${[...said.paragraphs, link, said.closing.join('\n')].join('\n\n')}\n`,
    html: html`<!doctype html>
<html lang="de"><head><meta charset="utf-8"><title>${said.subject}</title></head>
<body>
${said.paragraphs.map((paragraph) => html`<p>${paragraph}</p>\n`)}
<p><a href="${link}">${said.linkText}</a><br>${link}</p>
<p>${said.closing.map((line, index) => html`${index > 0 && html`<br>`}${line}`)}</p>
</body></html>
`.text,
  };
}
