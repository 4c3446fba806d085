import { type BookingSettings, closureOn } from '@amtsstube/shared/domain/appointments/booking-settings';
import { makeCounterDay, unitIs } from '@amtsstube/shared/domain/appointments/counter-day';
import { localDay } from '@amtsstube/shared/domain/appointments/local-day';
import type { BlockedTime } from '@amtsstube/shared/domain/appointments/opening-hours';
import { type Unit, unitOf } from '@amtsstube/shared/domain/appointments/unit';
import type { Counter } from '@amtsstube/shared/domain/counter';
import type { LocalDate } from '@amtsstube/shared/domain/time';
import { isPublicHoliday } from '@amtsstube/shared/domain/working-days';

/** A stretch of a counter's day that is one thing: what lies behind the appointments. */
export interface Stretch {
  readonly from: Unit;
  readonly to: Unit;
  readonly is: 'closed' | 'web' | 'internal' | 'closure';
}

const names = new Map<number, Stretch['is']>([
  [unitIs.closed, 'closed'],
  [unitIs.web, 'web'],
  [unitIs.internal, 'internal'],
  [unitIs.closure, 'closure'],
]);

/** What a counter is at each moment of a day, by its rules alone: blocked times and appointments lie over it. */
export function stretchesOf(
  counter: Counter,
  booking: Pick<BookingSettings, 'closures'>,
  on: LocalDate,
): readonly Stretch[] {
  const { blocked: _, ...withoutBlocks } = counter;
  const day = makeCounterDay(withoutBlocks, booking, on, () => false);
  const found: Stretch[] = [];
  for (const [index, unit] of day.units.entries()) {
    const is = names.get(unit) ?? 'closed';
    const last = found.at(-1);
    const at = day.from + index;
    if (last?.is === is) found[found.length - 1] = { ...last, to: at + 1 };
    else found.push({ from: at, to: at + 1, is });
  }
  return found;
}

/** Why a day is otherwise than its weekday; undefined: it isn't. */
export type DayNote =
  | { readonly is: 'closure' | 'exception'; readonly text: string }
  | { readonly is: 'holiday' };

export function dayNoteOf(
  counter: Counter,
  booking: Pick<BookingSettings, 'closures'>,
  on: LocalDate,
): DayNote | undefined {
  const closure = closureOn(booking, counter.id, on);
  if (closure) return { is: 'closure', text: closure.name };
  const exception = counter.exceptions?.find((each) => each.on === on);
  if (exception) return { is: 'exception', text: exception.reason };
  return isPublicHoliday(on) ? { is: 'holiday' } : undefined;
}

/** What of a blocked time falls on a day. */
export interface BlockedStretch {
  readonly block: BlockedTime;
  readonly from: Unit;
  readonly to: Unit;
}

export function blockedOn({ blocked = [] }: Counter, on: LocalDate): readonly BlockedStretch[] {
  const day = localDay(on);
  return blocked
    .map((block) => ({
      block,
      from: Math.max(day.from, unitOf(block.startsAt)),
      to: Math.min(day.to, unitOf(block.endsAt)),
    }))
    .filter(({ from, to }) => from < to)
    .toSorted((a, b) => a.from - b.from);
}
