import { appointmentId, clerkId, counterId, departmentId, deviceId, leaseId } from '../ids.ts';
import { scope } from '../scope.ts';
import { addDays, type Instant, instant, type LocalDate, localDate, localDateOf } from '../time.ts';
import { isWorkingDay } from '../working-days.ts';
import { z } from '../zod.ts';
import type { Booking } from './appointment.ts';
import { localDay } from './local-day.ts';
import { firstUnitFrom, instantOfUnit, type Unit, unitInstant, unitMinutes, unitOf } from './unit.ts';

/** `endsAt` exclusive. */
export const stretch = z.strictObject({ startsAt: unitInstant, endsAt: unitInstant });
export type Stretch = z.infer<typeof stretch>;

/**
 * Times of one counter on one day that nobody but one journal may book (K7): granted ahead, so that what is booked there
 * without a line is final at once (K8). Hard: it ends with its time, or when it is revoked (K9).
 */
export const timeLease = z.strictObject({
  kind: z.literal('time'),
  id: leaseId,
  scope,
  departmentId,
  counterId,
  on: localDate,
  clerkId,
  /** The journal that may spend it. */
  deviceId: deviceId.nullable(),
  grantedAt: instant,
  /** What is left of it, ascending: neither spent nor given back. */
  free: z.array(stretch).max(300),
  /** What was booked in it, whatever became of that since. */
  spent: z.array(stretch.extend({ appointmentId })).max(300),
  /** A supervisor took it back: what was booked in it and not handed over by then has no time of its own any more. */
  revoked: z.strictObject({ at: instant, byId: clerkId, reason: z.string().min(1).max(500) }).optional(),
  /** Grows with each change of what is claimed. */
  fence: z.int().min(1),
});
export type TimeLease = z.infer<typeof timeLease>;

/** So many working days ahead, today among them. */
export const leasedDays = 5;
/** Kept of each half day until its time has passed, so that an outage today finds something left. */
const floorUnits = 60 / unitMinutes;

/** Never an appointment's id: who owns a unit is told apart by its name alone. */
export function leaseOwner(id: TimeLease['id']): string {
  return `lease:${id}`;
}

/** The days a desk wants times of. */
export function daysToLease(today: LocalDate): readonly LocalDate[] {
  const days: LocalDate[] = [];
  for (let on = today; days.length < leasedDays; on = addDays(on, 1)) if (isWorkingDay(on)) days.push(on);
  return days;
}

/** What a desk gives back on the day itself: of each half day, all that lies ahead but the last hour of it (K9). */
export function toGiveBack({ on, free, revoked }: TimeLease, now: Instant): readonly Stretch[] {
  if (revoked || on !== localDateOf(now)) return [];
  const first = firstUnitFrom(now);
  const ahead = unitsOf(free).filter((unit) => unit >= first);
  const noon = noonOf(on);
  const halves = [ahead.filter((unit) => unit < noon), ahead.filter((unit) => unit >= noon)];
  return stretchesOf(halves.flatMap((half) => half.slice(0, Math.max(0, half.length - floorUnits))));
}

/** Whether all of it is left in the lease. */
export function covers(
  { free, revoked }: Pick<TimeLease, 'revoked'> & { readonly free: readonly Stretch[] },
  wanted: Stretch,
): boolean {
  return (
    revoked === undefined &&
    free.some(({ startsAt, endsAt }) => startsAt <= wanted.startsAt && wanted.endsAt <= endsAt)
  );
}

type Placed = Pick<Booking, 'id' | 'counterId' | 'startsAt' | 'freeAt'>;

/** What an appointment has of it where it is now; undefined: nothing. */
export function spentOn(
  { counterId: counter, spent }: Pick<TimeLease, 'counterId' | 'spent'>,
  { id, counterId: at, startsAt, freeAt }: Placed,
): TimeLease['spent'][number] | undefined {
  if (counter !== at) return undefined;
  return spent.find(
    (each) => each.appointmentId === id && each.startsAt === startsAt && each.endsAt === freeAt,
  );
}

/** What would be left of it if that appointment were moved away. */
export function leftWithout(
  lease: Pick<TimeLease, 'counterId' | 'free' | 'spent'>,
  moved: Placed,
): readonly Stretch[] {
  const had = spentOn(lease, moved);
  if (!had) return lease.free;
  return stretchesOf([...new Set(unitsOf([...lease.free, had]))].toSorted((a, b) => a - b));
}

/** What is left without these. */
export function without(free: readonly Stretch[], gone: readonly Stretch[]): readonly Stretch[] {
  const units = new Set(unitsOf(gone));
  return stretchesOf(unitsOf(free).filter((unit) => !units.has(unit)));
}

export function unitsOf(stretches: readonly Stretch[]): readonly Unit[] {
  return stretches.flatMap(({ startsAt, endsAt }) => {
    const from = unitOf(startsAt);
    return Array.from({ length: unitOf(endsAt) - from }, (_, index) => from + index);
  });
}

/** @param units ascending */
export function stretchesOf(units: readonly Unit[]): readonly Stretch[] {
  const found: { from: Unit; to: Unit }[] = [];
  for (const unit of units) {
    const last = found.at(-1);
    if (last?.to === unit) last.to = unit + 1;
    else found.push({ from: unit, to: unit + 1 });
  }
  return found.map(({ from, to }) => ({ startsAt: instantOfUnit(from), endsAt: instantOfUnit(to) }));
}

/** Twelve o'clock here: clocks change at night. */
export function noonOf(on: LocalDate): Unit {
  const { stretches, from } = localDay(on);
  return (stretches.at(-1)?.midnight ?? from) + (12 * 60) / unitMinutes;
}
