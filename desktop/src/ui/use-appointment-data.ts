import type { Booking } from '@amtsstube/shared/domain/appointments/appointment';
import type { BookingSettings } from '@amtsstube/shared/domain/appointments/booking-settings';
import type { TimeLease } from '@amtsstube/shared/domain/appointments/time-lease';
import { rulesAmong } from '@amtsstube/shared/domain/appointments/visit';
import type { Counter } from '@amtsstube/shared/domain/counter';
import { isTimeLease } from '@amtsstube/shared/domain/lease';
import type { Service } from '@amtsstube/shared/domain/settings';
import { useMemo } from 'react';
import type { AppointmentRow } from '../data/desk.ts';
import { useDesk } from './desk-context.tsx';
import { compareGerman } from './german-text.ts';
import { useSettings } from './names.ts';
import { useReplayed } from './use-replayed.ts';

/** Appointments and what decides when there can be some, as far as they are on this desk. */
export interface AppointmentData {
  readonly rows: readonly AppointmentRow[];
  readonly appointments: readonly Booking[];
  /** Of the municipality, in use, by name. */
  readonly counters: readonly Counter[];
  /** Out of use: somebody may still be booked there. */
  readonly closedCounters: readonly Counter[];
  readonly booking: BookingSettings;
  readonly services: readonly Service[];
  /** Times that PCs have to themselves, and that aren't over. */
  readonly leases: readonly TimeLease[];
  /** Those whose appointments are on this desk. */
  readonly departmentIds: readonly string[];
}

/** undefined until it is read. */
export function useAppointmentData(): AppointmentData | undefined {
  const { desk } = useDesk();
  const { actor } = desk;
  const rows = useReplayed(desk.appointments$, undefined);
  const settings = useSettings();
  const all = useReplayed(
    useMemo(() => desk.watchAll('counters'), [desk]),
    undefined,
  );
  // what didn't change stays the same object: screens work out much from each of these
  const appointments = useMemo(() => rows?.map(({ appointment }) => appointment), [rows]);
  const allLeases = useReplayed(
    useMemo(() => desk.watchAll('leases'), [desk]),
    undefined,
  );
  const leases = useMemo(() => allLeases?.filter(isTimeLease), [allLeases]);
  const counters = useMemo(() => {
    const sorted = all?.toSorted((a, b) => compareGerman(a.name, b.name));
    return (
      sorted && {
        counters: sorted.filter(({ deactivatedAt }) => deactivatedAt === undefined),
        closedCounters: sorted.filter(({ deactivatedAt }) => deactivatedAt !== undefined),
      }
    );
  }, [all]);
  const rules = useMemo(
    () => ({
      ...rulesAmong(settings),
      departmentIds: actor.kind === 'clerk' ? actor.departmentIds : [],
    }),
    [settings, actor],
  );
  return useMemo(
    () =>
      rows && appointments && counters && leases
        ? { rows, appointments, leases, ...counters, ...rules }
        : undefined,
    [rows, appointments, counters, leases, rules],
  );
}
