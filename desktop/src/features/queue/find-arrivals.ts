import type { Booking } from '@amtsstube/shared/domain/appointments/appointment';
import { checkInCode, readCheckInCode } from '@amtsstube/shared/domain/appointments/check-in-code';
import { type LocalDate, localDateOf } from '@amtsstube/shared/domain/time';
import { foldGerman } from '@amtsstube/shared/search/fold-german';

/** Who is booked for the day and hasn't come yet, by time. Who never answered her mail isn't expected. */
export function expected(bookings: readonly Booking[], on: LocalDate): readonly Booking[] {
  return bookings.filter(
    ({ state, startsAt, arrived }) =>
      state.is === 'booked' && arrived === undefined && localDateOf(startsAt) === on,
  );
}

/** What was typed or scanned: a code's booking, whatever day it is on, or those of the day whose name it is part of. */
export type Found =
  | { readonly is: 'code'; readonly booking: Booking }
  | { readonly is: 'unknownCode' }
  | { readonly is: 'names'; readonly bookings: readonly Booking[] };

export function findArrivals(typed: string, bookings: readonly Booking[], on: LocalDate): Found {
  const code = readCheckInCode(typed);
  const booking = code && bookings.find(({ id }) => checkInCode(id) === code);
  if (booking) return { is: 'code', booking };
  const wanted = foldGerman(typed.trim());
  const found = expected(bookings, on).filter(
    ({ visitor }) => foldGerman(visitor.name).includes(wanted) || visitor.phone.includes(typed.trim()),
  );
  // six letters may be a name
  if (found.length === 0 && code !== undefined) return { is: 'unknownCode' };
  return { is: 'names', bookings: found };
}
