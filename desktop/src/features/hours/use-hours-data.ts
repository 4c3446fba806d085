import type { Booking } from '@amtsstube/shared/domain/appointments/appointment';
import {
  type BookingSettings,
  defaultBookingSettings,
} from '@amtsstube/shared/domain/appointments/booking-settings';
import { hitAppointments } from '@amtsstube/shared/domain/appointments/hit-appointments';
import type { Counter } from '@amtsstube/shared/domain/counter';
import { instantOf } from '@amtsstube/shared/domain/time';
import { useMemo } from 'react';
import { useDesk } from '../../ui/desk-context.tsx';
import { compareGerman } from '../../ui/german-text.ts';
import { useSettings } from '../../ui/names.ts';
import { useReplayed } from '../../ui/use-replayed.ts';

export interface HoursData {
  /** All in use, by name. */
  readonly counters: readonly Counter[];
  readonly booking: BookingSettings;
  readonly appointments: readonly Booking[];
}

/** Whom a change hits, as far as this desk can tell. */
export interface Hit {
  readonly bookings: readonly Booking[];
  /** Counters of departments whose appointments are not on this desk: whom it hits there nobody here sees. */
  readonly unseen: readonly Counter[];
}

/** What opening hours are made of; undefined until it is read. */
export function useHoursData(): HoursData | undefined {
  const { desk } = useDesk();
  const rows = useReplayed(desk.appointments$, undefined);
  const settings = useSettings();
  const counters = useReplayed(
    useMemo(() => desk.watchAll('counters'), [desk]),
    undefined,
  );
  return useMemo(
    () =>
      rows &&
      counters && {
        counters: counters
          .filter(({ deactivatedAt }) => deactivatedAt === undefined)
          .toSorted((a, b) => compareGerman(a.name, b.name)),
        booking: settings.find((each) => each.kind === 'booking') ?? defaultBookingSettings,
        appointments: rows.map(({ appointment }) => appointment),
      },
    [rows, counters, settings],
  );
}

/** @param after as it would be; counters that don't change may be the same objects */
export function hitBy(
  { counters, booking, appointments }: HoursData,
  after: Pick<HoursData, 'counters' | 'booking'>,
  departmentIds: readonly string[],
): Hit {
  const isOther = (counter: Counter) => after.booking !== booking || !counters.includes(counter);
  return {
    bookings: hitAppointments(appointments, { counters, booking }, after, instantOf(Date.now())),
    unseen: after.counters.filter(
      (counter) => isOther(counter) && !departmentIds.includes(counter.departmentId),
    ),
  };
}
