import type { Uploads } from '../blobs/uploads.ts';
import type { BookingTimes } from '../booking/booking-times.ts';
import type { OpenBookings } from '../booking/open-bookings.ts';
import type { CoreContext } from '../core-context.ts';
import type { Room } from '../files/room.ts';
import type { PaymentProvider } from '../payments/payment-provider.ts';
import type { BarrierReports } from './barrier-reports.ts';
import type { CitizenPost } from './citizen-post.ts';
import type { KeptDrafts } from './kept-drafts.ts';
import type { Gate } from './misuse/gate.ts';
import type { TicketSeal } from './ticket-seal.ts';
import type { DraftFiles } from './uploads/draft-files.ts';

/** What the citizens' pages need from outside. */
export interface CitizenContext {
  readonly core: CoreContext;
  readonly seal: TicketSeal;
  readonly limits: CitizenLimits;
  readonly drafts: KeptDrafts;
  readonly post: CitizenPost;
  readonly reports: BarrierReports;
  readonly gate: Gate;
  readonly files: DraftFiles;
  readonly room: Room;
  readonly uploads: Uploads;
  readonly times: BookingTimes;
  readonly openBookings: OpenBookings;
  /** undefined: nobody can pay online. */
  readonly payments: PaymentProvider | undefined;
}

/** Requests per address in ten minutes, and what else strangers may use up. */
export interface CitizenLimits {
  /** Looking up tracking codes: 75 random bits can't be guessed at any rate, but nobody shall try at full speed. */
  readonly lookUps: number;
  /** Going from page to page of a form. */
  readonly pages: number;
  /** Sending forms of one service from one address prefix; generous, because a library or a town hall is one. */
  readonly submissions: number;
  /** How many of them cost no calculation and no wait. */
  readonly freeSubmissions: number;
  /** Mailing links to drafts from one address, and to one: nobody shall use the town's mail server against others. */
  readonly links: number;
  readonly linksToOne: number;
  /** Files begun, and pages sent that may hold some, from one address prefix. */
  readonly files: number;
  /** Of each disk, data and mirror: with less left, files of citizens are not taken. */
  readonly leastFreeBytes: number;
  /** Reports of barriers, each a mail to the municipality. */
  readonly reports: number;
  /** Times kept for people who fill in their details, from one address prefix. */
  readonly holds: number;
  /** Appointments of one e-mail address that are still to come. */
  readonly openBookings: number;
}

export const defaultCitizenLimits: CitizenLimits = {
  lookUps: 120,
  pages: 3000,
  submissions: 300,
  freeSubmissions: 15,
  links: 20,
  linksToOne: 3,
  files: 600,
  leastFreeBytes: 2 * 1024 ** 3,
  reports: 20,
  holds: 120,
  openBookings: 3,
};
