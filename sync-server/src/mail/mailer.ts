import { createTransport } from 'nodemailer';
import type { RenderedMail } from './render-mail.ts';

export interface OutgoingMail extends RenderedMail {
  /** The same on every attempt, so that a mail sent twice can be recognised as one (S10). */
  readonly messageId: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
}

export interface Mailer {
  /** Resolves once the SMTP server has taken the mail over; rejects otherwise. */
  send(mail: OutgoingMail): Promise<void>;
  close(): void;
}

/** Hands mails to the SMTP server at `url` (smtp:// or smtps://). */
export function smtpMailer(url: string): Mailer {
  const transport = createTransport(url, { disableFileAccess: true, disableUrlAccess: true });
  return {
    send: async ({ messageId, from, to, subject, text, html }) => {
      await transport.sendMail({
        messageId,
        from: { ...from },
        // as an object: a comma in it can't become a second recipient
        to: { name: '', address: to },
        subject,
        text,
        html,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    },
    close: () => transport.close(),
  };
}
