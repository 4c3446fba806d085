import type { MunicipalitySettings } from '@amtsstube/shared/domain/settings';
import type { TicketSeal } from '../citizen/ticket-seal.ts';
import type { OutgoingMail } from './mailer.ts';

export interface MailOrigin {
  /** Where citizens reach this server; its host is also the right half of each Message-ID. */
  readonly publicUrl: string;
  /** undefined: the municipality's own address. */
  readonly from: string | undefined;
  /** Of the links that open without an account. */
  readonly seal: TicketSeal;
}

/** What a mail says, and which municipality says it. */
export type ComposedMail = Pick<OutgoingMail, 'subject' | 'text' | 'html' | 'calendar'> & {
  readonly town: MunicipalitySettings;
};
