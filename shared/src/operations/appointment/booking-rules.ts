import { type Booking, isBooking } from '../../domain/appointments/appointment.ts';
import { defaultBookingSettings } from '../../domain/appointments/booking-settings.ts';
import type { Claim, ClaimRange, ClaimWrite } from '../../domain/appointments/claim.ts';
import { localDay } from '../../domain/appointments/local-day.ts';
import { createSlotCalendar } from '../../domain/appointments/slot-calendar.ts';
import { instantOfUnit, unitInstant, unitMinutes, unitOf } from '../../domain/appointments/unit.ts';
import { type Audience, type BookingRules, planVisit, type Visit } from '../../domain/appointments/visit.ts';
import type { Counter } from '../../domain/counter.ts';
import { type Ref, ref } from '../../domain/documents.ts';
import { type CounterId, counterId, type ServiceId } from '../../domain/ids.ts';
import { activeScope } from '../../domain/scope.ts';
import { addDays, type Instant, instant, instantOf, localDateOf, millisecondsOf } from '../../domain/time.ts';
import { z } from '../../domain/zod.ts';
import type { Load } from '../define-operation.ts';
import type { Refusal } from '../refusal.ts';

/** A time at a counter, as payloads name it. */
export const place = z.strictObject({ counterId, startsAt: unitInstant });
export type Place = z.infer<typeof place>;

/** Before anything: a claim that ran out then is free whenever it is asked for. */
export const longAgo: Instant = instant.parse('1970-01-01T00:00:00.000Z');

export function rulesReads(counters: readonly CounterId[], services: readonly ServiceId[]): readonly Ref[] {
  return [
    ref('settings', 'booking'),
    ...[...new Set(counters)].map((id) => ref('counters', id)),
    ...[...new Set(services)].map((id) => ref('settings', id)),
  ];
}

/** The rules as far as these counters and services go: what doesn't exist isn't among them. */
export function loadRules(
  docs: Pick<Load, 'get'>,
  counters: readonly CounterId[],
  services: readonly ServiceId[],
): BookingRules | 'unknown' {
  const booking = loadSettings(docs);
  const foundCounters = counters.map((id) => docs.get('counters', id));
  const foundServices = services.map((id) => docs.get('settings', id));
  if (booking === 'unknown' || foundCounters.includes('unknown') || foundServices.includes('unknown'))
    return 'unknown';
  return {
    booking,
    counters: foundCounters.flatMap((each) => (each && each !== 'unknown' ? [each] : [])),
    services: foundServices.flatMap((each) =>
      each && each !== 'unknown' && each.kind === 'service' ? [each] : [],
    ),
  };
}

/** What the municipality has set; the defaults where it has set nothing. Every town has it or needs none. */
export function loadSettings(docs: Pick<Load, 'get'>) {
  const found = docs.get('settings', 'booking');
  if (found === 'unknown') return found;
  return found?.kind === 'booking' ? found : defaultBookingSettings;
}

/** Somebody's appointment; whatever else lies under this id is none. */
export function loadBooking(get: Load['get'], id: string): Booking | undefined | 'unknown' {
  const found = get('appointments', id);
  return found === undefined || found === 'unknown' || isBooking(found) ? found : undefined;
}

/** The day of the wished time and the two after it: enough to say what is free nearby. */
export function claimsAround({ counterId: counter, startsAt }: Place): ClaimRange {
  const on = localDateOf(startsAt);
  return { counterId: counter, from: localDay(on).from, to: localDay(addDays(on, 2)).to };
}

/**
 * What a rule asks for: who has the very time that is wished, and the days around it only where that is to be refused.
 * The same rows may come twice.
 */
export function claimsFor(
  docs: Pick<Load, 'get'>,
  { serviceIds, at, audience, own, minutes }: Asked,
  now: Instant,
  found: readonly Claim[] | undefined,
): readonly ClaimRange[] {
  const rules = loadRules(docs, [at.counterId], serviceIds);
  if (rules === 'unknown') return [];
  const usual = planned(rules, serviceIds, audience);
  if (isRefusal(usual)) return [];
  const visit = lasting(usual, minutes);
  const start = unitOf(at.startsAt);
  if (found === undefined) return [{ counterId: at.counterId, from: start, to: start + visit.units }];
  const why = createSlotCalendar(rules, found, now, own).whyNot(visit, { counterId: at.counterId, start });
  return why === undefined ? [] : [claimsAround(at)];
}

/** The same visit of another length, its buffer after it. */
export function lasting(visit: Visit, minutes: number | undefined): Visit {
  if (minutes === undefined) return visit;
  const visitUnits = minutes / unitMinutes;
  return { ...visit, visitUnits, units: visitUnits + visit.units - visit.visitUnits };
}

interface Asked {
  readonly serviceIds: readonly ServiceId[];
  readonly at: Place;
  readonly audience: Audience;
  /** Whose claims won't count. */
  readonly own?: string;
  /** Where it is of another length than its services. */
  readonly minutes?: number | undefined;
}

interface Wish {
  readonly rules: BookingRules;
  readonly claims: readonly Claim[];
  readonly visit: Visit;
  readonly at: Place;
  readonly now: Instant;
  /** Whose claims don't count. */
  readonly own?: string;
  /** It was in time when it was first given, and isn't asked again; whether it is taken is. */
  readonly wasInTime?: boolean;
}

/** The refusal of a time that can't be had, with the nearest that can (K2); undefined: it can. */
export function whyRefused({
  rules,
  claims,
  visit,
  at,
  now,
  own,
  wasInTime = false,
}: Wish): Refusal | undefined {
  const calendar = createSlotCalendar(rules, claims, now, own);
  const start = unitOf(at.startsAt);
  const asked = wasInTime ? { ...visit, leadMinutes: 0 } : visit;
  const why = calendar.whyNot(asked, { counterId: at.counterId, start });
  if (why === undefined) return undefined;
  const on = localDateOf(at.startsAt);
  const nearest = calendar
    .nearest(visit, start, on, addDays(on, 2), 3)
    .map((slot) => ({ counterId: slot.counterId, startsAt: instantOfUnit(slot.start) }));
  return { code: 'slotNotFree', why, nearest };
}

/** The visit these services are at this counter, or the refusal. */
export function planned(
  rules: BookingRules,
  services: readonly ServiceId[],
  audience: Audience,
): Visit | Refusal {
  const plan = planVisit(rules, services, audience);
  if (plan.possible) return plan.visit;
  const { why, serviceId } = plan;
  return { code: 'visitNotOffered', why, ...(serviceId && { serviceId }) };
}

export function isRefusal(found: Visit | Refusal): found is Refusal {
  return 'code' in found;
}

/** The times of a visit that begins then. */
export function timesOf({ visitUnits, units }: Pick<Visit, 'visitUnits' | 'units'>, startsAt: Instant) {
  const start = unitOf(startsAt);
  return { startsAt, endsAt: instantOfUnit(start + visitUnits), freeAt: instantOfUnit(start + units) };
}

/** Where and when a booking is: at this counter, so its department's. */
export function placedAt({ id, departmentId }: Counter, visit: Visit, startsAt: Instant) {
  return { scope: activeScope(departmentId), departmentId, counterId: id, ...timesOf(visit, startsAt) };
}

/** The visit that was booked: as long as it was then, whatever its services take by now. */
export function visitOfBooking({ serviceIds, counterId: counter, startsAt, endsAt, freeAt }: Booking): Visit {
  const start = unitOf(startsAt);
  return {
    serviceIds,
    audience: 'desk',
    visitUnits: unitOf(endsAt) - start,
    units: unitOf(freeAt) - start,
    counterIds: new Set([counter]),
    leadMinutes: 0,
    horizonDays: 0,
  };
}

export function minutesLater(at: Instant, minutes: number): Instant {
  return instantOf(millisecondsOf(at) + minutes * 60_000);
}

export function takes(
  range: ClaimRange,
  claim: Pick<Claim, 'state' | 'owner' | 'until' | 'fence'>,
): ClaimWrite {
  return { does: 'take', ...range, ...claim };
}

export function releases(
  range: ClaimRange,
  { owner, until, fence }: Pick<Claim, 'owner' | 'fence'> & { readonly until: Instant },
): ClaimWrite {
  return { does: 'release', ...range, owner, until, fence };
}

/** Whether every unit of the range is this owner's, run out or not. */
export function ownsAll(
  claims: readonly Claim[],
  { counterId: counter, from, to }: ClaimRange,
  owner: string,
) {
  const own = claims.filter(
    (each) => each.counterId === counter && from <= each.unit && each.unit < to && each.owner === owner,
  );
  return own.length === to - from;
}
