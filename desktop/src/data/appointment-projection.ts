import { type Appointment, isBooking } from '@amtsstube/shared/domain/appointments/appointment';
import type { OpId } from '@amtsstube/shared/domain/ids';
import type { Cache } from './cache/cache.ts';
import type { AppointmentRow, TicketRow } from './desk.ts';
import type { Overlay } from './overlay.ts';
import { Projection } from './projection.ts';
import { SortedRows } from './sorted-rows.ts';

/** One document of the collection, whatever its kind. */
interface AnyRow {
  readonly appointment: Appointment;
  readonly waiting: readonly OpId[];
}

/** All appointments and visitors in memory, by time: a calendar asks for days, and the copy is read by id only. */
export function projectAppointments(cache: Cache, overlay: Overlay): Projection<'appointments', AnyRow> {
  return new Projection(cache, overlay, {
    collection: 'appointments',
    rows: new SortedRows<AnyRow>(byTime),
    rowOf: (appointment, waiting, before) =>
      before?.appointment === appointment && before.waiting.join() === waiting.join()
        ? before
        : { appointment, waiting },
  });
}

export function bookingRows(rows: readonly AnyRow[]): readonly AppointmentRow[] {
  return rows.filter((row): row is AppointmentRow => isBooking(row.appointment));
}

export function ticketRows(rows: readonly AnyRow[]): readonly TicketRow[] {
  return rows.flatMap(({ appointment, waiting }) =>
    appointment.kind === 'ticket' ? [{ ticket: appointment, waiting }] : [],
  );
}

function byTime({ appointment: a }: AnyRow, { appointment: b }: AnyRow): number {
  const [one, other] = [timeOf(a), timeOf(b)];
  if (one !== other) return one < other ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

function timeOf(each: Appointment): string {
  switch (each.kind) {
    case 'booking':
      return each.startsAt;
    case 'ticket':
      return each.arrivedAt;
    case 'number':
      return each.on;
  }
}
