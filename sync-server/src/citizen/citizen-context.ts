import type { CoreContext } from '../core-context.ts';
import type { TicketSeal } from './ticket-seal.ts';

/** What the citizens' pages need from outside. */
export interface CitizenContext {
  readonly core: CoreContext;
  readonly seal: TicketSeal;
  readonly limits: CitizenLimits;
}

/** Requests per address in ten minutes. */
export interface CitizenLimits {
  /** Looking up tracking codes: 75 random bits can't be guessed at any rate, but nobody shall try at full speed. */
  readonly lookUps: number;
  /** Going from page to page of a form. */
  readonly pages: number;
  /** Sending forms; generous, because a library or a town hall is one address. */
  readonly submissions: number;
}

export const defaultCitizenLimits: CitizenLimits = { lookUps: 120, pages: 3000, submissions: 300 };
