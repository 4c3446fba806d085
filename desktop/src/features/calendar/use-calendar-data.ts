import type { BookingRules } from '@amtsstube/shared/domain/appointments/visit';
import type { Counter } from '@amtsstube/shared/domain/counter';
import { timeLeasesOf } from '@amtsstube/shared/domain/lease';
import { useMemo } from 'react';
import { useDesk } from '../../ui/desk-context.tsx';
import { type AppointmentData, useAppointmentData } from '../../ui/use-appointment-data.ts';

import type { Leases } from './lease-times.ts';

export interface CalendarData extends Pick<AppointmentData, 'rows' | 'appointments' | 'booking'> {
  /** Of the clerk's departments, in use, by name: of others' counters this desk has no appointments. */
  readonly counters: readonly Counter[];
  readonly leases: Leases;
  /** With those counters alone. */
  readonly rules: BookingRules;
  /** Of hers, out of use: somebody may still be booked there, and must be moved. */
  readonly closedCounters: readonly Counter[];
}

/** What the calendar is made of; undefined until it is read. */
export function useCalendarData(): CalendarData | undefined {
  const { desk } = useDesk();
  const { actor, deviceId } = desk;
  const data = useAppointmentData();
  const { counters, closedCounters, booking, services, departmentIds } = data ?? {};
  const hers = useMemo(() => {
    if (!counters || !closedCounters || !booking || !services || !departmentIds) return undefined;
    const isHers = ({ departmentId }: Counter) => departmentIds.includes(departmentId);
    const rules: BookingRules = { counters: counters.filter(isHers), services, booking };
    return {
      counters: rules.counters,
      booking,
      rules,
      closedCounters: closedCounters.filter(isHers),
    };
  }, [counters, closedCounters, booking, services, departmentIds]);
  const all = data?.leases;
  const leases = useMemo(() => {
    const own = all ? timeLeasesOf(all, { actor, deviceId }) : [];
    return { own, others: (all ?? []).filter((each) => !own.includes(each)) };
  }, [all, actor, deviceId]);
  return useMemo(
    () => data && hers && { rows: data.rows, appointments: data.appointments, leases, ...hers },
    [data, hers, leases],
  );
}
