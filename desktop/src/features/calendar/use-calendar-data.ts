import type { Booking } from '@amtsstube/shared/domain/appointments/appointment';
import {
  type BookingSettings,
  defaultBookingSettings,
} from '@amtsstube/shared/domain/appointments/booking-settings';
import type { BookingRules } from '@amtsstube/shared/domain/appointments/visit';
import type { Counter } from '@amtsstube/shared/domain/counter';
import { useMemo } from 'react';
import type { AppointmentRow } from '../../data/desk.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { compareGerman } from '../../ui/german-text.ts';
import { useSettings } from '../../ui/names.ts';
import { useReplayed } from '../../ui/use-replayed.ts';

export interface CalendarData {
  readonly rows: readonly AppointmentRow[];
  readonly appointments: readonly Booking[];
  /** Of the clerk's departments, in use, by name: of others' counters this desk has no appointments. */
  readonly counters: readonly Counter[];
  readonly booking: BookingSettings;
  /** With those counters alone. */
  readonly rules: BookingRules;
  /** Of hers, out of use: somebody may still be booked there, and must be moved. */
  readonly closedCounters: readonly Counter[];
}

/** What the calendar is made of; undefined until it is read. */
export function useCalendarData(): CalendarData | undefined {
  const { desk } = useDesk();
  const { actor } = desk;
  const rows = useReplayed(desk.appointments$, undefined);
  const settings = useSettings();
  const allCounters = useReplayed(
    useMemo(() => desk.watchAll('counters'), [desk]),
    undefined,
  );
  const appointments = useMemo(() => rows?.map(({ appointment }) => appointment), [rows]);
  const hers = useMemo(() => {
    const departments: readonly string[] = actor.kind === 'clerk' ? actor.departmentIds : [];
    return allCounters
      ?.filter(({ departmentId }) => departments.includes(departmentId))
      .toSorted((a, b) => compareGerman(a.name, b.name));
  }, [allCounters, actor]);
  const rules = useMemo((): BookingRules | undefined => {
    if (hers === undefined) return undefined;
    return {
      counters: hers.filter(({ deactivatedAt }) => deactivatedAt === undefined),
      services: settings.filter((each) => each.kind === 'service'),
      booking: settings.find((each) => each.kind === 'booking') ?? defaultBookingSettings,
    };
  }, [hers, settings]);
  return useMemo(
    () =>
      rows && appointments && rules && hers
        ? {
            rows,
            appointments,
            counters: rules.counters,
            booking: rules.booking,
            rules,
            closedCounters: hers.filter(({ deactivatedAt }) => deactivatedAt !== undefined),
          }
        : undefined,
    [rows, appointments, rules, hers],
  );
}
