import { counterId } from '../ids.ts';
import { scope } from '../scope.ts';
import { type LocalDate, localDate } from '../time.ts';
import { z } from '../zod.ts';
import { unitMinutes } from './unit.ts';

/** Whole days on which counters are shut: beats series, exceptions and everything else (K6). */
export const closure = z.strictObject({
  id: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._~-]{0,79}$/)
    .brand<'ClosureId'>(),
  firstOn: localDate,
  lastOn: localDate,
  name: z.string().min(1).max(120),
  /** Absent: all counters. */
  counterIds: z.array(counterId).min(1).max(100).optional(),
});
export type Closure = z.infer<typeof closure>;
export type ClosureId = Closure['id'];

const minutes = (least: number, most: number) => z.int().min(least).max(most);

/** What the municipality may set about appointments; a document of `settings`, once. */
export const bookingSettings = z.strictObject({
  scope,
  kind: z.literal('booking'),
  id: z.literal('booking'),
  /** How long a form may be filled in while its time is kept; can be had once more (K4). */
  holdMinutes: minutes(1, 120),
  /** How long a mail may wait to be confirmed. */
  unconfirmedMinutes: minutes(5, 7 * 24 * 60),
  /** How long a cancelled time is offered to nobody, so that times can't be traded (K5). */
  coolingMinutes: minutes(0, 24 * 60),
  /** Of one person, at the same time. */
  holdsPerPerson: z.int().min(1).max(20),
  /** The web is offered times at every so many minutes of the hour. */
  stepMinutes: z.union([5, 10, 15, 20, 30, 60].map((each) => z.literal(each))),
  closures: z.array(closure).max(500),
  /** How long a time is kept for one of the waiting list, by day; absent: `offerMinutesOf`. */
  offerMinutes: minutes(15, 7 * 24 * 60)
    .multipleOf(unitMinutes)
    .optional(),
  /** Who is next in the hall (`queueRulesOf`, which has what counts where they are absent). */
  queueEarlyMinutes: minutes(0, 120).optional(),
  queueLateMinutes: minutes(0, 240).optional(),
  queueLongestMinutes: minutes(0, 480).optional(),
});
export type BookingSettings = z.infer<typeof bookingSettings>;

/** Where a municipality has set nothing. */
export const defaultBookingSettings: BookingSettings = {
  scope: 'all',
  kind: 'booking',
  id: 'booking',
  holdMinutes: 10,
  unconfirmedMinutes: 30,
  coolingMinutes: 30,
  holdsPerPerson: 2,
  stepMinutes: 15,
  closures: [],
};

export function offerMinutesOf({ offerMinutes = 120 }: Pick<BookingSettings, 'offerMinutes'>): number {
  return offerMinutes;
}

/** What of a service is by appointment; part of the service's own document. */
export const appointmentOffer = z.strictObject({
  durationMinutes: minutes(unitMinutes, 8 * 60).multipleOf(unitMinutes),
  /** Kept free after it. */
  bufferMinutes: minutes(0, 120).multipleOf(unitMinutes),
  counterIds: z.array(counterId).max(100),
  /** On the web: not sooner than this from now, and not later than so many days. */
  leadMinutes: minutes(0, 60 * 24 * 60),
  horizonDays: z.int().min(1).max(730),
  isOnWeb: z.boolean(),
});
export type AppointmentOffer = z.infer<typeof appointmentOffer>;

/** The closure that shuts this counter on this day. */
export function closureOn(
  { closures }: Pick<BookingSettings, 'closures'>,
  counter: string,
  on: LocalDate,
): Closure | undefined {
  return closures.find(
    (each) =>
      each.firstOn <= on &&
      on <= each.lastOn &&
      (each.counterIds === undefined || each.counterIds.some((id) => id === counter)),
  );
}
