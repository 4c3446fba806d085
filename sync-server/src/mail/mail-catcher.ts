import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { type Html, html } from '../citizen/html.ts';

export interface MailCatcher {
  /** For the server's setting. */
  readonly smtpUrl: string;
  /** A web page that lists what was caught. */
  readonly pageUrl: string;
  close(): Promise<void>;
}

/**
 * For trying things out: takes every mail and delivers none. Keeps them in `directory`, shows them at `pagePort`
 * (0: any). Loopback only. A part of development, not of the product.
 */
export async function openMailCatcher(directory: string, pagePort: number): Promise<MailCatcher> {
  await mkdir(directory, { recursive: true });
  let caught = (await readdir(directory)).length;
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData: (stream, _session, done) => {
      caught += 1;
      const file = join(directory, `${String(caught).padStart(5, '0')}.eml`);
      buffer(stream)
        .then((bytes) => writeFile(file, bytes))
        .then(() => done(), done);
    },
  });
  const page = createServer((_request, response) => {
    renderMails(directory).then(
      (shown) => {
        response.writeHead(200, {
          'Content-Type': 'text/html; charset=utf-8',
          'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
        });
        response.end(shown.text);
      },
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  await new Promise<void>((resolve, reject) => {
    page.once('error', reject);
    page.listen(pagePort, '127.0.0.1', resolve);
  });
  return {
    smtpUrl: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`,
    pageUrl: `http://127.0.0.1:${(page.address() as AddressInfo).port}/`,
    close: async () => {
      page.closeAllConnections();
      await new Promise<void>((resolve) => page.close(() => resolve()));
      await new Promise<void>((resolve) => smtp.close(() => resolve()));
    },
  };
}

async function renderMails(directory: string): Promise<Html> {
  const files = (await readdir(directory))
    .filter((file) => file.endsWith('.eml'))
    .toSorted()
    .reverse();
  const mails = await Promise.all(
    files.slice(0, 200).map(async (file) => simpleParser(await readFile(join(directory, file)))),
  );
  return html`<!doctype html>
<html lang="de">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Abgefangene E-Mails</title>
<style>:root { color-scheme: light dark; font-family: sans-serif } pre { white-space: pre-wrap; overflow-wrap: anywhere }</style></head>
<body>
<h1>Abgefangene E-Mails (${files.length})</h1>
<p>Nichts davon wurde zugestellt. Die neueste steht oben.</p>
${mails.map(renderMail)}
</body>
</html>
`;
}

function renderMail(mail: ParsedMail): Html {
  const parts = (mail.text ?? '').split(/(https?:\/\/\S+)/);
  const recipients = [mail.to ?? []].flat().map(({ text }) => text);
  return html`<article>
<h2>${mail.subject ?? ''}</h2>
<p>Von: ${mail.from?.text ?? ''}<br>An: ${recipients.join(', ')}<br>Message-ID: ${mail.messageId ?? ''}</p>
<pre>${parts.map((part, index) => (index % 2 === 1 ? html`<a href="${part}">${part}</a>` : part))}</pre>
<hr>
</article>
`;
}
