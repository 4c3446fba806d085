import type { Booking } from '@amtsstube/shared/domain/appointments/appointment';
import { type QueueRules, queueRulesOf } from '@amtsstube/shared/domain/appointments/queue-order';
import type { Counter } from '@amtsstube/shared/domain/counter';
import type { DepartmentId } from '@amtsstube/shared/domain/ids';
import type { Service } from '@amtsstube/shared/domain/settings';
import { useMemo } from 'react';
import type { TicketRow } from '../../data/desk.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { compareGerman } from '../../ui/german-text.ts';
import { useAppointmentData } from '../../ui/use-appointment-data.ts';
import { useReplayed } from '../../ui/use-replayed.ts';
import { useToday } from '../../ui/use-today.ts';

/** One department's hall on this day. */
export interface QueueData {
  /** Of this day. */
  readonly rows: readonly TicketRow[];
  /** Of the department, of all days: a code may be of another one. */
  readonly bookings: readonly Booking[];
  readonly counters: readonly Counter[];
  readonly services: readonly Service[];
  readonly rules: QueueRules;
}

/** By department of the clerk's that has a counter; undefined until it is read. */
export function useQueueData(): ReadonlyMap<DepartmentId, QueueData> | undefined {
  const { desk } = useDesk();
  const data = useAppointmentData();
  const tickets = useReplayed(desk.tickets$, undefined);
  const today = useToday();
  return useMemo(() => {
    if (!data || !tickets) return undefined;
    const rules = queueRulesOf(data.booking);
    const halls = new Map<DepartmentId, QueueData>();
    for (const { departmentId } of data.counters) {
      if (!data.departmentIds.includes(departmentId) || halls.has(departmentId)) continue;
      const isHere = (each: { readonly departmentId: string }) => each.departmentId === departmentId;
      halls.set(departmentId, {
        rows: tickets.filter(({ ticket }) => isHere(ticket) && ticket.on === today),
        bookings: data.appointments.filter(isHere),
        counters: data.counters.filter(isHere),
        services: data.services
          .filter((each) => isHere(each) && each.isSwitchedOff !== true)
          .toSorted((a, b) => compareGerman(a.name, b.name)),
        rules,
      });
    }
    return halls;
  }, [data, tickets, today]);
}
