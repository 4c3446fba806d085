import type { Mailer } from '../mail/mailer.ts';

/** What the pages themselves send by mail. */
export interface CitizenPost {
  /** undefined: no SMTP server is set. */
  readonly mailer: Mailer | undefined;
  /** Where people reach this server. */
  readonly publicUrl: () => string;
  /** undefined: the municipality's own address. */
  readonly from: string | undefined;
}
