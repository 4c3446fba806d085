import type { CoreContext } from '../core-context.ts';
import type { Mailer } from '../mail/mailer.ts';
import type { KeptDrafts } from './kept-drafts.ts';
import type { TicketSeal } from './ticket-seal.ts';

/** What the citizens' pages need from outside. */
export interface CitizenContext {
  readonly core: CoreContext;
  readonly seal: TicketSeal;
  readonly limits: CitizenLimits;
  readonly drafts: KeptDrafts;
  readonly post: CitizenPost;
}

/** What the pages themselves send by mail. */
export interface CitizenPost {
  /** undefined: no SMTP server is set. */
  readonly mailer: Mailer | undefined;
  /** Where people reach this server. */
  readonly publicUrl: () => string;
  /** undefined: the municipality's own address. */
  readonly from: string | undefined;
}

/** Requests per address in ten minutes. */
export interface CitizenLimits {
  /** Looking up tracking codes: 75 random bits can't be guessed at any rate, but nobody shall try at full speed. */
  readonly lookUps: number;
  /** Going from page to page of a form. */
  readonly pages: number;
  /** Sending forms; generous, because a library or a town hall is one address. */
  readonly submissions: number;
  /** Mailing links to drafts from one address, and to one: nobody shall use the town's mail server against others. */
  readonly links: number;
  readonly linksToOne: number;
}

export const defaultCitizenLimits: CitizenLimits = {
  lookUps: 120,
  pages: 3000,
  submissions: 300,
  links: 20,
  linksToOne: 3,
};
