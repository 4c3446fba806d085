import { instantOfUnit, type Unit } from '@amtsstube/shared/domain/appointments/unit';
import type { AppointmentRow } from '../../data/desk.ts';

/** Those that begin from one moment until before another, of rows by time: years of them are not looked through each minute. */
export function rowsBetween(
  rows: readonly AppointmentRow[],
  from: Unit,
  to: Unit,
): readonly AppointmentRow[] {
  return rows.slice(firstFrom(rows, from), firstFrom(rows, to));
}

function firstFrom(rows: readonly AppointmentRow[], unit: Unit): number {
  const at = instantOfUnit(unit);
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const startsAt = rows[middle]?.appointment.startsAt;
    if (startsAt !== undefined && startsAt < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
