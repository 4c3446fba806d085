import { assertNever } from '../../assert-never.ts';
import type { LocalDate } from '../../time.ts';
import type { Booking } from '../appointment.ts';
import type { Ticket } from '../ticket.ts';
import { unitMinutes, unitOf } from '../unit.ts';

/** What became of appointments that were made and confirmed. */
export interface BookingFigures {
  /** All that weren't cancelled: `came`, `missed`, `unclear` and `ahead` together. */
  readonly booked: number;
  /** What they take of counters' time, their buffers included. */
  readonly bookedMinutes: number;
  /** By the day they would have been on; whether they were ever confirmed is not known any more. */
  readonly cancelled: number;
  readonly came: number;
  /** Nobody came, or she didn't when she was called. */
  readonly missed: number;
  /** Over, on a day on which the department checked nobody in: who came was not noted. */
  readonly unclear: number;
  readonly ahead: number;
}

type Became = 'cancelled' | 'came' | 'missed' | 'unclear' | 'ahead';

/** Who was in the hall, and on which days anybody was. */
export interface Hall {
  readonly tickets: ReadonlyMap<string, Ticket>;
  /** Of a department: whether it gave out a number on that day. */
  readonly wasUsed: (departmentId: string, on: LocalDate) => boolean;
}

export function hallOf(tickets: readonly Ticket[]): Hall {
  const days = new Set(tickets.map(({ departmentId, on }) => `${on} ${departmentId}`));
  return {
    tickets: new Map(tickets.map((each) => [each.id, each])),
    wasUsed: (departmentId, on) => days.has(`${on} ${departmentId}`),
  };
}

/** An appointment of a local day, and what became of it until `today`. */
export interface Judged {
  readonly booking: Booking;
  readonly on: LocalDate;
  readonly became: Became;
}

/** Nothing for one that was never confirmed: nobody was expected. */
export function judge(booking: Booking, on: LocalDate, hall: Hall, today: LocalDate): readonly Judged[] {
  const { state } = booking;
  switch (state.is) {
    case 'unconfirmed':
      return [];
    case 'cancelled':
      return [{ booking, on, became: 'cancelled' }];
    case 'booked':
      return [{ booking, on, became: becameOf(booking, on, hall, today) }];
    default:
      return assertNever(state);
  }
}

function becameOf({ arrived, departmentId }: Booking, on: LocalDate, hall: Hall, today: LocalDate): Became {
  if (arrived) return hall.tickets.get(arrived.ticketId)?.state.is === 'missed' ? 'missed' : 'came';
  // until the day is over she may still come
  if (on >= today) return 'ahead';
  return hall.wasUsed(departmentId, on) ? 'missed' : 'unclear';
}

export function bookingFigures(judged: readonly Judged[]): BookingFigures {
  const standing = judged.filter(({ became }) => became !== 'cancelled');
  const count = (is: Became) => judged.filter(({ became }) => became === is).length;
  return {
    booked: standing.length,
    bookedMinutes: standing.reduce((sum, { booking }) => sum + minutesOf(booking), 0),
    cancelled: count('cancelled'),
    came: count('came'),
    missed: count('missed'),
    unclear: count('unclear'),
    ahead: count('ahead'),
  };
}

function minutesOf({ startsAt, freeAt }: Booking): number {
  return (unitOf(freeAt) - unitOf(startsAt)) * unitMinutes;
}
