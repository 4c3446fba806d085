import { type Instant, localDateOf } from '../time.ts';
import type { Booking } from './appointment.ts';
import type { Claim } from './claim.ts';
import { dayNumber, dayOfNumber, type LocalTime, localDay, minutesOf } from './local-day.ts';
import { createSlotCalendar, type Slot } from './slot-calendar.ts';
import { instantOfUnit, type Unit, unitMinutes, unitOf } from './unit.ts';
import { type BookingRules, planVisit, type Visit } from './visit.ts';
import { mostOffers, type Waiting } from './waiting.ts';

/** What is to be done about one who waits. */
export type WaitingStep =
  /** She has a time, has let too many pass, or her days are over. */
  | { readonly does: 'leave'; readonly of: Waiting }
  | { readonly does: 'offer'; readonly of: Waiting; readonly slot: Slot };

export interface WaitingList {
  readonly entries: readonly Waiting[];
  /** Of what was offered; undefined: it is gone. */
  bookingOf(appointmentId: Booking['id']): Pick<Booking, 'state'> | undefined;
  readonly rules: BookingRules;
  readonly claims: readonly Claim[];
  readonly now: Instant;
}

/**
 * Free times for those who wait, in order: who has had the fewest offers first, and among them who came first. So a time
 * that one lets pass is the next one's. Each time goes to one of them; to the same person only once.
 */
export function nextSteps({ entries, bookingOf, rules, claims, now }: WaitingList): readonly WaitingStep[] {
  const steps: WaitingStep[] = [];
  const taken: Claim[] = [...offerable(claims)];
  for (const of of entries.toSorted(byTurn)) {
    const states = of.offers.map((offer) => bookingOf(offer.appointmentId)?.state);
    const last = states.at(-1);
    if (states.some((state) => state?.is === 'booked')) steps.push({ does: 'leave', of });
    else if (last?.is === 'unconfirmed' && last.expiresAt >= now) continue;
    else if (of.offers.length >= mostOffers || of.lastOn < localDateOf(now))
      steps.push({ does: 'leave', of });
    else {
      const plan = planVisit(rules, of.serviceIds, 'web');
      const slot = plan.possible ? firstFor(of, plan.visit, { rules, claims: taken, now }) : undefined;
      if (!plan.possible || !slot) continue;
      steps.push({ does: 'offer', of, slot });
      for (let unit = slot.start; unit < slot.start + plan.visit.units; unit += 1)
        taken.push({
          counterId: slot.counterId,
          unit,
          state: 'unconfirmed',
          owner: of.id,
          until: null,
          fence: 1,
        });
    }
  }
  return steps;
}

/**
 * What keeps a time from being offered to those who wait: all but its cooling (K5), which keeps it from being handed on,
 * and a list in order hands nothing on.
 */
export function offerable(claims: readonly Claim[]): readonly Claim[] {
  return claims.filter(({ state }) => state !== 'cooling');
}

function byTurn(a: Waiting, b: Waiting): number {
  return (
    a.offers.length - b.offers.length ||
    (a.madeAt < b.madeAt ? -1 : a.madeAt > b.madeAt ? 1 : 0) ||
    (a.id < b.id ? -1 : 1)
  );
}

function firstFor(
  { firstOn, lastOn, offers }: Waiting,
  visit: Visit,
  { rules, claims, now }: Pick<WaitingList, 'rules' | 'claims' | 'now'>,
): Slot | undefined {
  const had = new Set(offers.map(({ counterId, startsAt }) => `${counterId} ${startsAt}`));
  const today = localDateOf(now);
  const calendar = createSlotCalendar(rules, claims, now);
  for (const { counters } of calendar.freeSlots(visit, firstOn < today ? today : firstOn, lastOn)) {
    const slots = counters.flatMap(({ counterId, starts }) => starts.map((start) => ({ counterId, start })));
    const fresh = slots.filter(({ counterId, start }) => !had.has(`${counterId} ${instantOfUnit(start)}`));
    const [first] = fresh.toSorted((a, b) => a.start - b.start);
    if (first) return first;
  }
  return undefined;
}

/** Nobody has to answer at night: between these hours of the day no time runs. */
const night = { from: '20:00' as LocalTime, to: '08:00' as LocalTime };

/** Until when what is offered now is kept, at most until it begins. */
export function offerUntil(now: Instant, minutes: number, startsAt: Instant): Instant {
  const on = localDateOf(now);
  const [evening, morning] = [clockOn(on, night.from), clockOn(on, night.to)];
  const unit = unitOf(now);
  const awake =
    unit >= evening ? clockOn(dayOfNumber(dayNumber(on) + 1), night.to) : unit < morning ? morning : unit;
  const until = instantOfUnit(awake + minutes / unitMinutes);
  return until < startsAt ? until : startsAt;
}

function clockOn(on: Parameters<typeof localDay>[0], time: LocalTime): Unit {
  // clocks change at night, before the morning
  return (localDay(on).stretches.at(-1)?.midnight ?? 0) + minutesOf(time) / unitMinutes;
}
