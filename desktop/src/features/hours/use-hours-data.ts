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
  /** Those whose appointments are on this desk. */
  readonly departmentIds: readonly string[];
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
  const { actor } = desk;
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
        departmentIds: actor.kind === 'clerk' ? actor.departmentIds : [],
      },
    [rows, counters, settings, actor],
  );
}

/** Whom it hits where one counter, or what holds for all of them, becomes this. */
export function hitBy(
  { counters, booking, appointments, departmentIds }: HoursData,
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
