import { isStanding } from '@amtsstube/shared/domain/appointments/appointment';
import { localDay, weekdayOf } from '@amtsstube/shared/domain/appointments/local-day';
import type { TimeLease } from '@amtsstube/shared/domain/appointments/time-lease';
import { type Unit, unitOf } from '@amtsstube/shared/domain/appointments/unit';
import type { Counter } from '@amtsstube/shared/domain/counter';
import type { ClerkId } from '@amtsstube/shared/domain/ids';
import type { Instant, LocalDate } from '@amtsstube/shared/domain/time';
import type { AppointmentRow } from '../../data/desk.ts';
import {
  type BlockedStretch,
  blockedOn,
  type DayNote,
  dayNoteOf,
  type Stretch,
  stretchesOf,
} from './counter-times.ts';
import { inLanes, type Laned } from './lanes.ts';
import type { Pending } from './pending.ts';
import { rowsBetween } from './rows-between.ts';
import type { CalendarData } from './use-calendar-data.ts';

/** Shorter than that, nobody could press it, or read a name in it. */
const leastUnits = 3;

/** An appointment in its column; `to` is as far as it is drawn. */
export interface Placed {
  readonly from: Unit;
  readonly to: Unit;
  readonly row: AppointmentRow;
}

/** Time that a PC has to itself (K7). */
export interface LeasedStretch {
  readonly from: Unit;
  readonly to: Unit;
  readonly isOwn: boolean;
  readonly clerkId: ClerkId;
}

/** A counter's day: a column of the day's view, or of the week's. */
export interface GridColumn {
  readonly key: string;
  readonly counter: Counter;
  readonly on: LocalDate;
  readonly note: DayNote | undefined;
  readonly stretches: readonly Stretch[];
  readonly blocked: readonly BlockedStretch[];
  readonly leased: readonly LeasedStretch[];
  readonly placed: readonly Laned<Placed>[];
  readonly pending: readonly Pending[];
}

/** Columns of these counters on these days, counters first. */
export function gridColumns(
  { rows, booking, leases }: Pick<CalendarData, 'rows' | 'booking' | 'leases'>,
  counters: readonly Counter[],
  days: readonly LocalDate[],
  pending: readonly Pending[],
  now: Instant,
): readonly GridColumn[] {
  return days.flatMap((on) => {
    const { from, to } = localDay(on);
    const ofDay = rowsBetween(rows, from, to).filter(({ appointment }) => isStanding(appointment, now));
    return counters.map((counter) => ({
      key: `${counter.id} ${on}`,
      counter,
      on,
      note: dayNoteOf(counter, booking, on),
      stretches: stretchesOf(counter, booking, on),
      blocked: blockedOn(counter, on),
      leased: [...leasedOn(leases.own, counter, on, true), ...leasedOn(leases.others, counter, on, false)],
      placed: inLanes(ofDay.filter(({ appointment }) => appointment.counterId === counter.id).map(placedIn)),
      pending: pending.filter((each) => each.counterId === counter.id && each.from < to && from < each.to),
    }));
  });
}

function leasedOn(
  leases: readonly TimeLease[],
  counter: Counter,
  day: LocalDate,
  isOwn: boolean,
): readonly LeasedStretch[] {
  return leases
    .filter(({ counterId, on }) => counterId === counter.id && on === day)
    .flatMap(({ free, clerkId }) =>
      free.map(({ startsAt, endsAt }) => ({ from: unitOf(startsAt), to: unitOf(endsAt), isOwn, clerkId })),
    );
}

function placedIn(row: AppointmentRow): Placed {
  const from = unitOf(row.appointment.startsAt);
  return { from, to: Math.max(unitOf(row.appointment.endsAt), from + leastUnits), row };
}

/** Without a Saturday or Sunday on which nobody is received and nothing is booked: the other days have more room. */
export function withoutIdleWeekend(columns: readonly GridColumn[]): readonly GridColumn[] {
  return columns.filter(
    ({ on, stretches, placed, pending, blocked }) =>
      weekdayOf(on) < 6 ||
      placed.length + pending.length + blocked.length > 0 ||
      stretches.some(({ is }) => is === 'web' || is === 'internal'),
  );
}

/** What must be in sight: where a counter is open, and whatever lies outside of that. */
export function seenIn(columns: readonly GridColumn[]) {
  return columns.flatMap(({ on, stretches, blocked, placed, pending }) =>
    [
      ...stretches.filter(({ is }) => is === 'web' || is === 'internal'),
      ...placed.map(({ of }) => of),
      ...pending,
      // of a whole blocked day the hours that matter are the open ones
      ...blocked.filter(({ from, to }) => to - from < 12 * 12),
    ].map(({ from, to }) => ({ on, from, to })),
  );
}
