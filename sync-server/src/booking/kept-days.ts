import { mayBeTaken } from '@amtsstube/shared/domain/appointments/claim';
import { type CounterDay, makeCounterDay } from '@amtsstube/shared/domain/appointments/counter-day';
import { type SlotCalendar, slotCalendarOf } from '@amtsstube/shared/domain/appointments/slot-calendar';
import { instantOfUnit, type Unit } from '@amtsstube/shared/domain/appointments/unit';
import type { BookingRules } from '@amtsstube/shared/domain/appointments/visit';
import type { Counter } from '@amtsstube/shared/domain/counter';
import type { CounterId } from '@amtsstube/shared/domain/ids';
import { type Instant, type LocalDate, localDateOf } from '@amtsstube/shared/domain/time';
import type { ClaimsPicture, PictureChange } from './claims-picture.ts';

interface KeptDay {
  readonly day: CounterDay;
  /** When it was worked out, and until when nothing of it runs out; null: for ever. */
  readonly from: Instant;
  readonly until: Instant | null;
}

/**
 * The days of a municipality's counters, worked out once and kept until something of them changes: most of a month is as it
 * was when the last person looked. What they say is what `createSlotCalendar` says of the same claims.
 */
export class KeptDays {
  readonly #picture: ClaimsPicture;
  readonly #days = new Map<CounterId, Map<LocalDate, KeptDay>>();
  #rules: BookingRules | undefined;

  constructor(picture: ClaimsPicture) {
    this.#picture = picture;
  }

  /** @param change of the picture since the last call */
  calendar(rules: BookingRules, change: PictureChange, now: Instant): SlotCalendar {
    if (change === 'all' || rules !== this.#rules) this.#days.clear();
    else
      for (const { counterId, unit } of change)
        this.#days.get(counterId)?.delete(localDateOf(instantOfUnit(unit)));
    this.#rules = rules;
    return slotCalendarOf(rules, now, (counter, on) => this.#dayOf(counter, on, rules, now));
  }

  #dayOf(counter: Counter, on: LocalDate, rules: BookingRules, now: Instant): CounterDay {
    // a calendar of before the rules changed, asked only now: it tells its own days, and keeps none
    if (rules !== this.#rules) return this.#make(counter, on, rules, now).day;
    const ofCounter = this.#days.get(counter.id) ?? new Map<LocalDate, KeptDay>();
    this.#days.set(counter.id, ofCounter);
    const known = ofCounter.get(on);
    if (known && known.from <= now && (known.until === null || now <= known.until)) return known.day;
    const made = this.#make(counter, on, rules, now);
    ofCounter.set(on, made);
    return made.day;
  }

  #make(counter: Counter, on: LocalDate, rules: BookingRules, now: Instant): KeptDay {
    let until: Instant | null = null;
    const isTaken = (unit: Unit) => {
      const claim = this.#picture.claimOf(counter.id, unit);
      if (!claim || mayBeTaken(claim, now)) return false;
      if (claim.until !== null && (until === null || claim.until < until)) until = claim.until;
      return true;
    };
    return { day: makeCounterDay(counter, rules.booking, on, isTaken), from: now, until };
  }
}
