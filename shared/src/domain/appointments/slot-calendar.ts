import type { Counter } from '../counter.ts';
import type { CounterId } from '../ids.ts';
import { type Instant, type LocalDate, localDateOf, millisecondsOf } from '../time.ts';
import { type Claim, mayBeTaken } from './claim.ts';
import { type CounterDay, makeCounterDay, unitIs } from './counter-day.ts';
import { dayNumber, dayOfNumber, localDay } from './local-day.ts';
import { instantOfUnit, type Unit, unitMinutes, unitOf } from './unit.ts';
import type { BookingRules, Visit } from './visit.ts';

/** A time at a counter. How long it is the visit says. */
export interface Slot {
  readonly counterId: CounterId;
  readonly start: Unit;
}

/** Why a time can't be had. */
export type SlotProblem =
  | 'noSuchCounter'
  /** This counter doesn't offer the visit. */
  | 'notAtThisCounter'
  | 'past'
  /** The web asks for some time before it, and offers only so many days ahead. */
  | 'tooSoon'
  | 'tooFar'
  | 'closure'
  /** Not within opening hours, or on a public holiday. */
  | 'closed'
  | 'internal'
  | 'blocked'
  | 'taken'
  /** The web is offered other minutes of the hour. */
  | 'offStep';

/** What is free on a day: by counter, the units at which the visit can begin, ascending. */
export interface FreeDay {
  readonly on: LocalDate;
  readonly counters: readonly { readonly counterId: CounterId; readonly starts: readonly Unit[] }[];
}

export interface SlotCalendar {
  /** Why a visit can't begin there; undefined: it can. What decides a booking. */
  whyNot(visit: Visit, slot: Slot): SlotProblem | undefined;
  /** Every slot on the days from `first` to `last` for which `whyNot` has no reason; days without one are left out (K3). */
  freeSlots(visit: Visit, first: LocalDate, last: LocalDate): readonly FreeDay[];
  /** The slots next to a wished one, nearest first, at the web's minutes where there are any, on days from `first` to `last`. */
  nearest(visit: Visit, wish: Unit, first: LocalDate, last: LocalDate, most: number): readonly Slot[];
}

/** A day of a counter with what is taken of it. */
type DayOf = (counter: Counter, on: LocalDate) => CounterDay;

/**
 * The times of a municipality at one moment, where all claims are at hand. Days are worked out once and kept: ask one
 * calendar about many services.
 *
 * @param claims those that may touch the days asked for; what has run out at `now` counts as free
 * @param own whose claims count as free: of what is being moved or confirmed
 */
export function createSlotCalendar(
  rules: Pick<BookingRules, 'counters' | 'booking'>,
  claims: Iterable<Claim>,
  now: Instant,
  own?: string,
): SlotCalendar {
  const taken = new Map<CounterId, Set<Unit>>();
  for (const claim of claims) {
    if (claim.owner === own || mayBeTaken(claim, now)) continue;
    const units = taken.get(claim.counterId);
    if (units) units.add(claim.unit);
    else taken.set(claim.counterId, new Set([claim.unit]));
  }
  const days = new Map<CounterId, Map<LocalDate, CounterDay>>();
  return slotCalendarOf(rules, now, (counter, on) => {
    const ofCounter = days.get(counter.id) ?? new Map<LocalDate, CounterDay>();
    days.set(counter.id, ofCounter);
    const units = taken.get(counter.id);
    const day =
      ofCounter.get(on) ?? makeCounterDay(counter, rules.booking, on, (unit) => units?.has(unit) ?? false);
    ofCounter.set(on, day);
    return day;
  });
}

/**
 * The same of days that somebody keeps. Listing and booking ask the same (`fits`, and the same bounds of time), so that what is offered
 * is refused for nothing that was known when it was listed (K3).
 */
export function slotCalendarOf(
  { counters, booking }: Pick<BookingRules, 'counters' | 'booking'>,
  now: Instant,
  dayOf: DayOf,
): SlotCalendar {
  const byId = new Map(counters.map((counter) => [counter.id, counter]));
  const step = booking.stepMinutes / unitMinutes;
  const today = localDateOf(now);
  const unitOfNow = millisecondsOf(now) / (unitMinutes * 60_000);

  /** By time alone, whatever the counter is doing. */
  function soonestOf({ leadMinutes, audience }: Visit): number {
    return unitOfNow + (audience === 'web' ? leadMinutes / unitMinutes : 0);
  }
  function isTooFar({ audience, horizonDays }: Visit, on: LocalDate): boolean {
    return audience === 'web' && dayNumber(on) > dayNumber(today) + horizonDays;
  }
  function isOnStep({ audience }: Visit, start: Unit): boolean {
    return audience === 'desk' || start % step === 0;
  }

  /** The predicate behind both, for a counter that offers the visit and a day the start falls on. */
  function problemOn(visit: Visit, day: CounterDay, start: Unit): SlotProblem | undefined {
    const index = start - day.from;
    if (fits(visit, day, index)) return isOnStep(visit, start) ? undefined : 'offStep';
    for (let at = index; at < index + visit.units; at += 1) {
      const why = problemOf(day.units[at], visit);
      if (why) return why;
    }
    return 'closed';
  }

  function whyNot(visit: Visit, { counterId, start }: Slot): SlotProblem | undefined {
    const counter = byId.get(counterId);
    if (!counter || counter.deactivatedAt !== undefined) return 'noSuchCounter';
    if (!visit.counterIds.has(counterId)) return 'notAtThisCounter';
    const on = localDateOf(instantOfUnit(start));
    if (start < unitOfNow) return 'past';
    if (start < soonestOf(visit)) return 'tooSoon';
    return isTooFar(visit, on) ? 'tooFar' : problemOn(visit, dayOf(counter, on), start);
  }

  function freeSlots(visit: Visit, first: LocalDate, last: LocalDate): readonly FreeDay[] {
    const found: FreeDay[] = [];
    const soonest = soonestOf(visit);
    const offering = counters.filter(
      ({ id, deactivatedAt }) => visit.counterIds.has(id) && deactivatedAt === undefined,
    );
    const each = visit.audience === 'web' ? step : 1;
    const end = dayNumber(last);
    for (let number = dayNumber(first < today ? today : first); number <= end; number += 1) {
      const on = dayOfNumber(number);
      if (isTooFar(visit, on)) break;
      const { from, to } = localDay(on);
      const free: FreeDay['counters'][number][] = [];
      for (const counter of soonest < to ? offering : []) {
        const day = dayOf(counter, on);
        const starts = startsOn(visit, day, Math.max(soonest, from + day.open.begin), each);
        if (starts.length > 0) free.push({ counterId: counter.id, starts });
      }
      if (free.length > 0) found.push({ on, counters: free });
    }
    return found;
  }

  return {
    whyNot,
    freeSlots,
    nearest: (visit, wish, first, last, most) => {
      const all = freeSlots(visit, first, last).flatMap(({ counters: free }) =>
        free.flatMap(({ counterId, starts }) => starts.map((start) => ({ counterId, start }))),
      );
      // five minutes before and after each other are no choice
      const round = all.filter(({ start }) => start % step === 0);
      return (round.length > 0 ? round : all)
        .toSorted((a, b) => Math.abs(a.start - wish) - Math.abs(b.start - wish) || a.start - b.start)
        .slice(0, most);
    },
  };
}

/** The units from `earliest` on, each so many after the last, at which the visit fits. */
function startsOn(visit: Visit, day: CounterDay, earliest: number, each: number): readonly Unit[] {
  const starts: Unit[] = [];
  const end = day.from + day.open.end - visit.units;
  for (let start = Math.ceil(earliest / each) * each; start <= end; start += each)
    if (fits(visit, day, start - day.from)) starts.push(start);
  return starts;
}

/** Whether the visit and its buffer find time from this unit of the day on. */
function fits({ audience, units }: Visit, { runs }: CounterDay, index: number): boolean {
  return (runs[audience][index] ?? 0) >= units;
}

function problemOf(is: number | undefined, { audience }: Visit): SlotProblem | undefined {
  switch (is) {
    case unitIs.web:
      return undefined;
    case unitIs.internal:
      return audience === 'web' ? 'internal' : undefined;
    case unitIs.closure:
      return 'closure';
    case unitIs.blocked:
      return 'blocked';
    case unitIs.taken:
      return 'taken';
    default:
      return 'closed';
  }
}

/** The unit an instant names as a slot's start; undefined where it isn't on one. */
export function startOf(at: Instant): Unit | undefined {
  const unit = unitOf(at);
  return instantOfUnit(unit) === at ? unit : undefined;
}
