import { createTransport } from 'nodemailer';
import { type AppointmentIcs, icsFileName } from '../booking/appointment-ics.ts';
import type { RenderedMail } from './render-mail.ts';

export interface OutgoingMail extends RenderedMail {
  /** The same on every attempt, so that a mail sent twice can be recognised as one (S10). */
  readonly messageId: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  /** What a calendar takes in; absent: nothing. */
  readonly calendar?: AppointmentIcs;
}

/** Whether the SMTP server refused for good (5xx), and not only for now. */
export function isRefusedForGood(error: unknown): boolean {
  return (
    error instanceof Error &&
    'responseCode' in error &&
    typeof error.responseCode === 'number' &&
    error.responseCode >= 500
  );
}

export interface Mailer {
  /** Resolves once the SMTP server has taken the mail over; rejects otherwise. */
  send(mail: OutgoingMail): Promise<void>;
  close(): void;
}

/** The server stops only after the mail under way, so that none waits long for a mail server that says nothing. */
const defaultTimeoutMs = 10_000;

/**
 * Hands mails to the SMTP server at `url` (smtp:// or smtps://).
 * @param timeoutMs for connecting, for its greeting, and for each of its answers
 */
export function smtpMailer(url: string, timeoutMs: number = defaultTimeoutMs): Mailer {
  const transport = createTransport(
    {
      url,
      dnsTimeout: timeoutMs,
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
    },
    { disableFileAccess: true, disableUrlAccess: true },
  );
  return {
    send: async ({ messageId, from, to, subject, text, html, calendar }) => {
      await transport.sendMail({
        messageId,
        from: { ...from },
        // as an object: a comma in it can't become a second recipient
        to: { name: '', address: to },
        subject,
        text,
        html,
        ...(calendar && {
          icalEvent: { method: calendar.method, filename: icsFileName, content: calendar.text },
        }),
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    },
    close: () => transport.close(),
  };
}
