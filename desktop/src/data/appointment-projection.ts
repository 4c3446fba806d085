import type { Cache } from './cache/cache.ts';
import type { AppointmentRow } from './desk.ts';
import type { Overlay } from './overlay.ts';
import { Projection } from './projection.ts';
import { SortedRows } from './sorted-rows.ts';

/** All appointments in memory, by time: a calendar asks for days, and the copy is read by id only. */
export function projectAppointments(
  cache: Cache,
  overlay: Overlay,
): Projection<'appointments', AppointmentRow> {
  return new Projection(cache, overlay, {
    collection: 'appointments',
    rows: new SortedRows<AppointmentRow>(byTime),
    rowOf: (appointment, waiting, before) =>
      before?.appointment === appointment && before.waiting.join() === waiting.join()
        ? before
        : { appointment, waiting },
  });
}

function byTime({ appointment: a }: AppointmentRow, { appointment: b }: AppointmentRow): number {
  if (a.startsAt !== b.startsAt) return a.startsAt < b.startsAt ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}
