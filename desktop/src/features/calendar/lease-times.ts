import type { Booking } from '@amtsstube/shared/domain/appointments/appointment';
import type { Claim } from '@amtsstube/shared/domain/appointments/claim';
import type { FreeDay, Slot, SlotCalendar } from '@amtsstube/shared/domain/appointments/slot-calendar';
import {
  covers,
  leaseOwner,
  leftWithout,
  type TimeLease,
  unitsOf,
} from '@amtsstube/shared/domain/appointments/time-lease';
import { instantOfUnit, type Unit } from '@amtsstube/shared/domain/appointments/unit';
import type { Visit } from '@amtsstube/shared/domain/appointments/visit';
import type { CounterId } from '@amtsstube/shared/domain/ids';
import { lasting, visitOfBooking } from '@amtsstube/shared/operations/appointment/booking-rules';

/** Times that PCs have to themselves (K7), as far as this desk knows them. */
export interface Leases {
  /** This desk's: what it books there is final, with or without a line (K8). */
  readonly own: readonly TimeLease[];
  /** Nobody here can have them. */
  readonly others: readonly TimeLease[];
}

export const noLeases: Leases = { own: [], others: [] };

/** What is left of them, as claims. */
export function claimsOfLeases(leases: readonly TimeLease[]): readonly Claim[] {
  return leases.flatMap(({ id, counterId, free, fence }) =>
    unitsOf(free).map((unit) => ({
      counterId,
      unit,
      state: 'leased' as const,
      owner: leaseOwner(id),
      until: null,
      fence,
    })),
  );
}

/** The lease of this desk that has all of the visit's time; undefined: none does. */
export function leaseOf(own: readonly TimeLease[], visit: Visit, slot: Slot): TimeLease | undefined {
  return own.find(
    (lease) =>
      lease.counterId === slot.counterId &&
      covers(lease, {
        startsAt: instantOfUnit(slot.start),
        endsAt: instantOfUnit(slot.start + visit.units),
      }),
  );
}

/** The lease of this desk into which that appointment can be moved, over its own time too; undefined: none (K12). */
export function leaseForMove(
  own: readonly TimeLease[],
  moved: Booking,
  to: Slot,
  minutes: number,
): TimeLease | undefined {
  return leaseOf(leftFor(own, moved), lasting(visitOfBooking(moved), minutes), to);
}

/** What its own leases have left for an appointment that is to be moved: who never confirmed is moved by the server alone. */
export function leftFor(own: readonly TimeLease[], moved: Booking): readonly TimeLease[] {
  if (moved.state.is !== 'booked') return [];
  return own.map((lease) => ({ ...lease, free: [...leftWithout(lease, moved)] }));
}

/**
 * Times of a desk: within its own leases, and outside of all. A visit that begins in the one and ends in the other is nowhere,
 * because no act takes both.
 *
 * @param inside for which its own leases count as free
 * @param outside for which they count as taken
 */
export function joinedCalendar(
  own: readonly TimeLease[],
  inside: SlotCalendar,
  outside: SlotCalendar,
): SlotCalendar {
  if (own.length === 0) return outside;
  return {
    whyNot: (visit, slot) =>
      leaseOf(own, visit, slot) ? inside.whyNot(visit, slot) : outside.whyNot(visit, slot),
    freeSlots: (visit, first, last) =>
      merged(leasedDays(own, inside, visit, first, last), outside.freeSlots(visit, first, last)),
    nearest: (visit, wish, first, last, most) =>
      [
        ...slotsOf(leasedDays(own, inside, visit, first, last)),
        ...outside.nearest(visit, wish, first, last, most),
      ]
        .toSorted((a, b) => Math.abs(a.start - wish) - Math.abs(b.start - wish) || a.start - b.start)
        .slice(0, most),
  };
}

/** The same with what is its own alone: what can be booked without a line. */
export function ownCalendar(own: readonly TimeLease[], inside: SlotCalendar): SlotCalendar {
  return {
    whyNot: (visit, slot) => (leaseOf(own, visit, slot) ? inside.whyNot(visit, slot) : 'taken'),
    freeSlots: (visit, first, last) => leasedDays(own, inside, visit, first, last),
    nearest: (visit, wish, first, last, most) =>
      slotsOf(leasedDays(own, inside, visit, first, last))
        .toSorted((a, b) => Math.abs(a.start - wish) - Math.abs(b.start - wish))
        .slice(0, most),
  };
}

function leasedDays(
  own: readonly TimeLease[],
  inside: SlotCalendar,
  visit: Visit,
  ...[first, last]: [Parameters<SlotCalendar['freeSlots']>[1], Parameters<SlotCalendar['freeSlots']>[2]]
): readonly FreeDay[] {
  return inside.freeSlots(visit, first, last).flatMap(({ on, counters }) => {
    const leased = counters.flatMap(({ counterId, starts }) => {
      const kept = starts.filter((start) => leaseOf(own, visit, { counterId, start }));
      return kept.length > 0 ? [{ counterId, starts: kept }] : [];
    });
    return leased.length > 0 ? [{ on, counters: leased }] : [];
  });
}

function merged(one: readonly FreeDay[], other: readonly FreeDay[]): readonly FreeDay[] {
  const days = new Map<FreeDay['on'], Map<CounterId, readonly Unit[]>>();
  for (const { on, counters } of [...one, ...other]) {
    const day = days.get(on) ?? new Map<CounterId, readonly Unit[]>();
    days.set(on, day);
    for (const { counterId, starts } of counters)
      day.set(
        counterId,
        [...(day.get(counterId) ?? []), ...starts].toSorted((a, b) => a - b),
      );
  }
  return [...days]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([on, counters]) => ({
      on,
      counters: [...counters].map(([counterId, starts]) => ({ counterId, starts })),
    }));
}

function slotsOf(days: readonly FreeDay[]): readonly Slot[] {
  return days.flatMap(({ counters }) =>
    counters.flatMap(({ counterId, starts }) => starts.map((start) => ({ counterId, start }))),
  );
}
