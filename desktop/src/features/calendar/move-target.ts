import type { Booking } from '@amtsstube/shared/domain/appointments/appointment';
import { type Unit, unitMinutes, unitOf } from '@amtsstube/shared/domain/appointments/unit';
import { unitAtClock, unitsOfHour } from '../../ui/read-clock.ts';
import type { DayAxis } from './day-axis.ts';
import type { GridColumn } from './grid-columns.ts';
import { clockUnits } from './wall-clock.ts';

/** Where an appointment would be, and for how long. */
export interface MoveTarget {
  readonly columnKey: string;
  readonly start: Unit;
  readonly units: number;
}

/** What the operation takes (`moveAppointment`). */
const mostUnits = 480 / unitMinutes;

export function targetOf({ startsAt, endsAt }: Booking, columnKey: string): MoveTarget {
  return { columnKey, start: unitOf(startsAt), units: unitOf(endsAt) - unitOf(startsAt) };
}

export function isSameTarget(a: MoveTarget, b: MoveTarget): boolean {
  return a.columnKey === b.columnKey && a.start === b.start && a.units === b.units;
}

/** Dragged so many rows down and onto another column: never out of the grid. */
export function draggedBy(
  from: MoveTarget,
  own: GridColumn,
  onto: GridColumn,
  rows: number,
  axis: DayAxis,
): MoveTarget {
  const row = axis.rowOf(own.on, from.start) + Math.round(rows);
  const within = Math.min(Math.max(0, row), Math.max(0, axis.rows - from.units));
  return { ...from, columnKey: onto.key, start: axis.unitAt(onto.on, within) };
}

/** Its lower edge dragged so many rows down: short ones are drawn longer than they are. */
export function stretchedBy(from: MoveTarget, rows: number): MoveTarget {
  return { ...from, units: clamp(from.units + Math.round(rows)) };
}

interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
}

const steps: Readonly<Record<string, number>> = {
  ArrowUp: -1,
  ArrowDown: 1,
  PageUp: -unitsOfHour,
  PageDown: unitsOfHour,
};

/** One press of a key that moves: undefined, it isn't one. The same clock in the column beside; what the edge stops stays. */
export function steppedBy(
  { key, shiftKey }: Key,
  at: MoveTarget,
  columns: readonly GridColumn[],
  axis: DayAxis,
): MoveTarget | undefined {
  const index = columns.findIndex((each) => each.key === at.columnKey);
  const column = columns[index];
  if (!column) return undefined;
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const beside = columns[index + (key === 'ArrowLeft' ? -1 : 1)];
    if (!beside) return at;
    const start = unitAtClock(beside.on, clockUnits(column.on, at.start));
    return start === undefined ? at : { ...at, columnKey: beside.key, start };
  }
  const step = steps[key];
  if (step === undefined) return undefined;
  if (shiftKey) return { ...at, units: clamp(at.units + step) };
  const row = axis.rowOf(column.on, at.start) + step;
  if (row < 0 || row + at.units > axis.rows) return at;
  return { ...at, start: at.start + step };
}

function clamp(units: number): number {
  return Math.min(Math.max(1, units), mostUnits);
}
