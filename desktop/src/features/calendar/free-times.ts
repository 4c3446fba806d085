import type { Booking } from '@amtsstube/shared/domain/appointments/appointment';
import {
  createSlotCalendar,
  type Slot,
  type SlotCalendar,
  type SlotProblem,
} from '@amtsstube/shared/domain/appointments/slot-calendar';
import { instantOfUnit, type Unit, unitMinutes, unitOf } from '@amtsstube/shared/domain/appointments/unit';
import { type BookingRules, planVisit, type Visit } from '@amtsstube/shared/domain/appointments/visit';
import type { ServiceId } from '@amtsstube/shared/domain/ids';
import { addDays, type Instant, type LocalDate, localDateOf } from '@amtsstube/shared/domain/time';
import { lasting } from '@amtsstube/shared/operations/appointment/booking-rules';
import { unitsOfHour } from '../../ui/read-clock.ts';
import {
  claimsOfLeases,
  joinedCalendar,
  type Leases,
  leaseForMove,
  leftFor,
  noLeases,
  ownCalendar,
} from './lease-times.ts';
import { claimsOf } from './standing.ts';

/** So far ahead a time is looked for. */
const mostDays = 90;

/** Times as far as this desk knows them. */
export function deskCalendar(
  rules: BookingRules,
  appointments: readonly Booking[],
  now: Instant,
  own?: string,
  leases: Leases = noLeases,
): SlotCalendar {
  const others = [...claimsOf(appointments, now), ...claimsOfLeases(leases.others)];
  const outside = createSlotCalendar(rules, [...others, ...claimsOfLeases(leases.own)], now, own);
  return leases.own.length === 0
    ? outside
    : joinedCalendar(leases.own, createSlotCalendar(rules, others, now, own), outside);
}

/** Times that this desk can give without a line. */
export function firmCalendar(
  rules: BookingRules,
  appointments: readonly Booking[],
  now: Instant,
  { own }: Leases,
): SlotCalendar {
  return ownCalendar(own, createSlotCalendar(rules, claimsOf(appointments, now), now));
}

/**
 * The next free times from a day on, soonest first, at most one per time: whoever calls asks "when", not "where". Round
 * minutes where there are any on a day, so that the day isn't torn to pieces; `atOnce` takes every unit.
 */
export function nextFreeTimes(
  calendar: SlotCalendar,
  visit: Visit,
  given: {
    readonly first: LocalDate;
    readonly most: number;
    readonly mostPerDay: number;
    readonly stepMinutes: number;
    readonly atOnce?: boolean;
  },
): readonly Slot[] {
  const { first, most, mostPerDay, stepMinutes, atOnce = false } = given;
  const step = stepMinutes / unitMinutes;
  const found: Slot[] = [];
  // by the week: most callers want one of the next days, and a quarter of a year has many
  for (let from = 0; from < mostDays && found.length < most; from += 7)
    for (const day of calendar.freeSlots(visit, addDays(first, from), addDays(first, from + 6))) {
      const byStart = new Map<Unit, Slot>();
      for (const { counterId, starts } of day.counters)
        for (const start of starts) if (!byStart.has(start)) byStart.set(start, { counterId, start });
      const all = [...byStart.values()].toSorted((a, b) => a.start - b.start);
      const round = all.filter(({ start }) => start % step === 0);
      found.push(...(atOnce || round.length === 0 ? all : round).slice(0, mostPerDay));
    }
  return found.slice(0, most);
}

/** The server books for who waits: times that desks have ahead, this one too, are nobody's there. */
export function nobodys({ own, others }: Leases): Leases {
  return { own: [], others: [...own, ...others] };
}

/** What a desk knows of times. */
export interface Known {
  readonly rules: BookingRules;
  readonly appointments: readonly Booking[];
  readonly leases: Leases;
  /** Then it moves nothing but into times of its own. */
  readonly isOffline: boolean;
}

export interface Wanted {
  readonly moved: Booking;
  readonly to: Slot;
  readonly minutes: number;
}

/** Why an appointment can't be there; `needsServer`: nobody here can know whether it can. */
type MoveProblem = SlotProblem | 'needsServer';

/** Times to which an appointment can be moved, as far as this desk knows: its own ones among them, which hold (K12). */
export function moveCalendar(
  { rules, appointments, leases, isOffline }: Known,
  now: Instant,
  moved: Booking,
): SlotCalendar {
  const own = leftFor(leases.own, moved);
  if (isOffline)
    return ownCalendar(own, createSlotCalendar(rules, claimsOf(appointments, now), now, moved.id));
  const others = own.length === 0 ? nobodys(leases).others : leases.others;
  return deskCalendar(rules, appointments, now, moved.id, { own, others });
}

/** Why an appointment can't be there, as far as this desk knows; undefined: it can. */
export function whyNotThere(
  known: Known,
  now: Instant,
  { moved, to, minutes }: Wanted,
): MoveProblem | undefined {
  const planned = planVisit(known.rules, moved.serviceIds, 'desk');
  if (!planned.possible) return 'notAtThisCounter';
  const { start } = to;
  // asked with each movement of the mouse; what begins further away lasts no longer than that
  const appointments = known.appointments.filter(
    ({ startsAt }) => Math.abs(unitOf(startsAt) - start) < 24 * unitsOfHour,
  );
  const near = { ...known, appointments };
  const visit = lasting(planned.visit, minutes);
  const why = moveCalendar({ ...near, isOffline: false }, now, moved).whyNot(visit, to);
  if (why || !known.isOffline || leaseForMove(known.leases.own, moved, to, minutes)) return why;
  return 'needsServer';
}

/** Up to three free times next to a wished one, at any counter, on that day and the two after it. */
export function nearestTo(known: Known, now: Instant, { moved, to, minutes }: Wanted): readonly Slot[] {
  const planned = planVisit(known.rules, moved.serviceIds, 'desk');
  if (!planned.possible) return [];
  const on = localDateOf(instantOfUnit(to.start));
  return moveCalendar(known, now, moved).nearest(
    lasting(planned.visit, minutes),
    to.start,
    on,
    addDays(on, 2),
    3,
  );
}

/** The service that is booked most, of those that are offered; what comes first where none was. */
export function usualService(
  offered: readonly ServiceId[],
  appointments: readonly Booking[],
): ServiceId | undefined {
  const counts = new Map<ServiceId, number>();
  for (const { serviceIds } of appointments)
    for (const id of serviceIds) counts.set(id, (counts.get(id) ?? 0) + 1);
  return offered.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))[0];
}
