import type { Booking } from '@amtsstube/shared/domain/appointments/appointment';
import type { BookingSettings } from '@amtsstube/shared/domain/appointments/booking-settings';
import { hitAppointments } from '@amtsstube/shared/domain/appointments/hit-appointments';
import type { Counter } from '@amtsstube/shared/domain/counter';
import { instantOf } from '@amtsstube/shared/domain/time';
import type { AppointmentData } from '../../ui/use-appointment-data.ts';

/** Whom a change hits, as far as this desk can tell. */
export interface Hit {
  readonly bookings: readonly Booking[];
  /** Counters of departments whose appointments are not on this desk: whom it hits there nobody here sees. */
  readonly unseen: readonly Counter[];
}

/** Whom it hits where one counter, or what holds for all of them, becomes this. */
export function hitBy(
  { counters, booking, appointments, departmentIds }: AppointmentData,
  becomes: { readonly counter: Counter } | { readonly booking: BookingSettings },
): Hit {
  const after =
    'counter' in becomes
      ? {
          booking,
          counters: counters.map((each) => (each.id === becomes.counter.id ? becomes.counter : each)),
        }
      : { ...becomes, counters };
  const changed = 'counter' in becomes ? [becomes.counter] : counters;
  return {
    bookings: hitAppointments(appointments, { counters, booking }, after, instantOf(Date.now())),
    unseen: changed.filter(({ departmentId }) => !departmentIds.includes(departmentId)),
  };
}
