import type { Claim, ClaimRange } from '../../domain/appointments/claim.ts';
import { localDay } from '../../domain/appointments/local-day.ts';
import { createSlotCalendar, type SlotCalendar } from '../../domain/appointments/slot-calendar.ts';
import { instantOfUnit, unitOf } from '../../domain/appointments/unit.ts';
import type { BookingRules, Visit } from '../../domain/appointments/visit.ts';
import type { AppointmentId } from '../../domain/ids.ts';
import { addDays, type Instant, type LocalDate, localDateOf } from '../../domain/time.ts';
import type { Place } from './booking-rules.ts';

/** So far ahead a time is looked for by itself: later ones somebody talks over with her. */
const mostDays = 14;

export interface Wished {
  readonly visit: Visit;
  /** In the order she would like them. */
  readonly wishes: readonly Place[];
  /** The last day that would do. */
  readonly untilOn: LocalDate;
  /** Any counter of the rules may have her, where those of her wishes can't. */
  readonly elsewhereToo?: true | undefined;
}

interface Settling extends Wished {
  /** The appointment that is to be moved: its own time counts as free, and where no wish is, it stays. */
  readonly moves?: AppointmentId | undefined;
  readonly rules: Pick<BookingRules, 'counters' | 'booking'>;
  readonly claims: readonly Claim[];
  readonly now: Instant;
}

/**
 * [K11] The time somebody gets who couldn't be told at once: the first of her wishes that is free, else the free time next
 * to the first one at the counters she named, else at another. Listing and this are one function (K3), so nobody else's time is touched.
 * undefined: none within her limits; somebody calls her.
 */
export function settleWish(settling: Settling): Place | undefined {
  const { rules, claims, visit, wishes, untilOn, elsewhereToo, moves, now } = settling;
  // of others nobody has looked who owns them
  const named = rules.counters.filter(({ id }) => wishes.some(({ counterId }) => counterId === id));
  const calendarOf = (counters: BookingRules['counters']) =>
    createSlotCalendar({ ...rules, counters }, claims, now, moves);
  const calendar = calendarOf(named);
  const slotOf = ({ counterId, startsAt }: Place) => ({ counterId, start: unitOf(startsAt) });
  const free = wishes.find((wish) => calendar.whyNot(visit, slotOf(wish)) === undefined);
  if (free || moves !== undefined) return free;
  const [first] = wishes;
  const days = daysFor(wishes, untilOn, now);
  if (!first || !days) return undefined;
  const nearestOf = (of: SlotCalendar) => of.nearest(visit, unitOf(first.startsAt), days.from, days.to, 1)[0];
  const nearest = nearestOf(calendar) ?? (elsewhereToo && nearestOf(calendarOf(rules.counters)));
  return nearest && { counterId: nearest.counterId, startsAt: instantOfUnit(nearest.start) };
}

/** What must be known for it: the very times, and only where none of them is free the days around. */
export function claimsForWish(
  rules: Pick<BookingRules, 'counters' | 'booking'>,
  { visit, wishes, untilOn, elsewhereToo, moves }: Wished & { readonly moves?: unknown },
  now: Instant,
  found: readonly Claim[] | undefined,
): readonly ClaimRange[] {
  const near = wishes.map(({ counterId, startsAt }) => {
    const from = unitOf(startsAt);
    return { counterId, from, to: from + visit.units };
  });
  if (found === undefined) return near;
  if (moves !== undefined) return [];
  const calendar = createSlotCalendar(rules, found, now);
  if (near.some(({ counterId, from }) => calendar.whyNot(visit, { counterId, start: from }) === undefined))
    return [];
  const days = daysFor(wishes, untilOn, now);
  if (!days) return [];
  const [from, to] = [localDay(days.from).from, localDay(days.to).to];
  const named = wishes.map(({ counterId }) => counterId);
  const others = rules.counters.map(({ id }) => id).filter((id) => visit.counterIds.has(id));
  return [...new Set([...named, ...(elsewhereToo ? others : [])])].map((counterId) => ({
    counterId,
    from,
    to,
  }));
}

/** From the day of the first wish on, or from today where that is over; undefined: her days are over. */
function daysFor(wishes: readonly Place[], untilOn: LocalDate, now: Instant) {
  const [first] = wishes;
  const today = localDateOf(now);
  const wished = first ? localDateOf(first.startsAt) : today;
  const from = wished > today ? wished : today;
  const last = addDays(from, mostDays - 1);
  const to = untilOn < last ? untilOn : last;
  return from <= to ? { from, to } : undefined;
}
