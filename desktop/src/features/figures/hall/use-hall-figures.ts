import {
  type HallData,
  type HallFigures,
  hallFigures,
} from '@amtsstube/shared/domain/appointments/figures/hall-figures';
import type { Period } from '@amtsstube/shared/domain/office-figures';
import { useMemo } from 'react';
import { useDesk } from '../../../ui/desk-context.tsx';
import { useAfterPaint } from '../../../ui/use-after-paint.ts';
import { type AppointmentData, useAppointmentData } from '../../../ui/use-appointment-data.ts';
import { useReplayed } from '../../../ui/use-replayed.ts';
import { useToday } from '../../../ui/use-today.ts';
import { type HallPeriodName, hallPeriodOf } from './hall-periods.ts';

/** What is counted, and of which days: both from one moment, so that a file is never named after other days. */
export interface CountedHall {
  readonly period: Period;
  readonly figures: HallFigures;
}

/** Undefined until everything is read: a figure that grows is none. Counted a frame after what was chosen is shown. */
export function useHallFigures(name: HallPeriodName): CountedHall | undefined {
  const data = useHallData();
  const today = useToday();
  const asked = useAfterPaint(useMemo(() => ({ data, name, today }), [data, name, today]));
  return useMemo(() => {
    if (asked.data === undefined) return undefined;
    const period = hallPeriodOf(asked.name, asked.today);
    return {
      period,
      figures: hallFigures(asked.data, period, asked.today),
    };
  }, [asked]);
}

function useHallData(): HallData | undefined {
  const { desk } = useDesk();
  const data = useAppointmentData();
  const rows = useReplayed(desk.tickets$, undefined);
  const isWhole = useReplayed(desk.appointmentsAreWhole$, false);
  return useMemo(() => {
    if (data === undefined || rows === undefined || !isWhole) return undefined;
    return hallData(
      data,
      rows.map(({ ticket }) => ticket),
    );
  }, [data, rows, isWhole]);
}

/** Of the departments whose appointments are on this desk; counters are there of all. */
function hallData(data: AppointmentData, tickets: HallData['tickets']): HallData {
  const isHere = (each: { readonly departmentId: string }) => data.departmentIds.includes(each.departmentId);
  return {
    counters: [...data.counters, ...data.closedCounters].filter(isHere),
    booking: data.booking,
    bookings: data.appointments.filter(isHere),
    tickets: tickets.filter(isHere),
  };
}
