import {
  type AppointmentId,
  appointmentId,
  clerkId,
  counterId,
  type DepartmentId,
  departmentId,
} from '../ids.ts';
import { scope } from '../scope.ts';
import { instant, type LocalDate, localDate } from '../time.ts';
import { z } from '../zod.ts';
import { visitServices } from './visit-services.ts';

/**
 * `B07`: the letter of who gave it out and a running number of that day. `B07-2`: two PCs of one counter gave out the
 * same without a line, and this one came to the server second; on paper it is still `B07`.
 */
export const ticketNumber = z
  .string()
  .regex(/^[A-Z]{1,2}\d{2,4}(?:-\d{1,2})?$/)
  .brand<'TicketNumber'>();
export type TicketNumber = z.infer<typeof ticketNumber>;

/** Whose numbers: a counter's letter, `K` of the kiosks, `E` of a desk that is at no counter. */
export const ticketSeries = z.string().regex(/^[A-Z]{1,2}$/);

/** The highest number of a series on one day. */
const mostTickets = 9999;
export const ticketNth = z.int().min(1).max(mostTickets);

const atCounter = { counterId, byId: clerkId, calledAt: instant, calls: z.int().min(1).max(1000) };

/** Where a visitor is on her way through the hall (K13). */
const ticketState = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('waiting') }),
  /** `calledAt`: the last time. */
  z.strictObject({ is: z.literal('called'), ...atCounter }),
  z.strictObject({ is: z.literal('serving'), ...atCounter, startedAt: instant }),
  z.strictObject({ is: z.literal('served'), ...atCounter, startedAt: instant, at: instant }),
  /** Didn't come when she was called, and can be called again. `counterId` null: gone before anybody called. */
  z.strictObject({
    is: z.literal('missed'),
    ...atCounter,
    counterId: counterId.nullable(),
    calledAt: instant.nullable(),
    calls: z.int().min(0).max(1000),
    at: instant,
  }),
]);
export type TicketState = z.infer<typeof ticketState>;

/** Somebody who is in the hall, by appointment or without (K13). It names nobody: who has an appointment is found by that. */
export const ticket = z.strictObject({
  kind: z.literal('ticket'),
  id: appointmentId,
  scope,
  departmentId,
  number: ticketNumber,
  on: localDate,
  serviceIds: visitServices,
  /** The counter she waits for; null: any of the department that serves her. */
  counterId: counterId.nullable(),
  way: z.enum(['booked', 'walkIn', 'phone', 'kiosk']),
  /** Her appointment, and when it begins; null: she has none. */
  appointment: z.strictObject({ id: appointmentId, startsAt: instant }).nullable(),
  arrivedAt: instant,
  /** Before all others: a person who can't stand, a small child. */
  isUrgent: z.boolean(),
  remark: z.string().max(500),
  /** Entered afterwards from notes on paper, so nobody knows how long she waited. Absent: she was taken in as she came. */
  isNoted: z.literal(true).optional(),
  state: ticketState,
});
export type Ticket = z.infer<typeof ticket>;

/** Keeps a number for one ticket: its id is the department, the day and the number, so nobody else can have it. */
export const numberMark = z.strictObject({
  kind: z.literal('number'),
  id: appointmentId,
  scope,
  departmentId,
  on: localDate,
  ticketId: appointmentId,
});
export type NumberMark = z.infer<typeof numberMark>;

/** Where the mark of a number lies. Ids are short: of a long department's the end, which is where they differ. */
export function numberMarkId(department: DepartmentId, on: LocalDate, number: TicketNumber): AppointmentId {
  return appointmentId.parse(`number.${on}.${number}.${department.slice(-50)}`);
}

/** `B07` */
export function numberOf(series: string, nth: number): TicketNumber {
  return `${series}${String(nth).padStart(2, '0')}` as TicketNumber;
}

/** The highest number of this series among these. */
export function lastOfSeries(numbers: readonly string[], series: string): number {
  return Math.max(
    0,
    ...numbers.map((each) => {
      const [, letters, digits] = /^([A-Z]+)(\d+)/.exec(each) ?? [];
      return letters === series ? Number(digits) : 0;
    }),
  );
}

/**
 * The numbers a visitor may get, the best first. Told already, it stays readable in what it becomes where another has it:
 * `B07`, `B07-2`, …; else the ones that follow.
 */
export function numbersFrom(series: string, nth: number, isTold: boolean): (tries: number) => TicketNumber {
  return (tries) => {
    if (!isTold) return numberOf(series, nth + tries);
    return tries === 0 ? numberOf(series, nth) : (`${numberOf(series, nth)}-${tries + 1}` as TicketNumber);
  };
}

/** Without those that are read as others (I, O, Q), and those of kiosks and of desks at no counter. */
const letters = 'ABCDFGHJLMNPRSTUVWXYZ';
export const kioskSeries = 'K';
const deskSeries = 'E';

/** The letter of a counter: by its place among its department's, so that nobody has to set it. `E`: it is none of them. */
export function seriesOf(counters: readonly { readonly id: string }[], counter: string | undefined): string {
  const place = counters
    .map(({ id }) => id)
    .toSorted()
    .indexOf(counter ?? '');
  if (place < 0) return deskSeries;
  const letter = letters[place % letters.length] ?? deskSeries;
  return place < letters.length ? letter : `${letters[Math.floor(place / letters.length) - 1]}${letter}`;
}
