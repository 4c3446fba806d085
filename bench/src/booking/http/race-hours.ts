import type { OpeningRule } from '@amtsstube/shared/domain/appointments/opening-hours';
import { unitMinutes } from '@amtsstube/shared/domain/appointments/unit';
import type { BookingRules } from '@amtsstube/shared/domain/appointments/visit';
import { aRule } from '@amtsstube/shared/fixtures/booking-builders';
import { benchRules } from '../town.ts';

/** Five counters; each has ten times for the web, and three behind them that desks may have ahead (K7). */
const onWeb = ['09:00', '11:30'] as const;
const ahead = ['11:30', '12:15'] as const;
export const timesAhead = 3;

/** A visit and its buffer: as long as `benchRules` has its first service. */
export const visitMinutes = { lasts: 10, isFreeAfter: 15 };
/** Of one counter's day. */
export const unitsOfDay = ((10 + timesAhead) * visitMinutes.isFreeAfter) / unitMinutes;

/** As the town is founded: what desks may have ahead is internal. */
export const raceRules: BookingRules = withAhead('internal');

/** Then it is everybody's, like the rest: whoever has it ahead has it by the claims alone. */
export function hoursOf(counterId: string, share: OpeningRule['share']): OpeningRule[] {
  const counter = withAhead(share).counters.find(({ id }) => id === counterId);
  return [...(counter?.openingHours ?? [])];
}

function withAhead(share: OpeningRule['share']): BookingRules {
  const rules = benchRules(5, 1, [onWeb]);
  return {
    ...rules,
    counters: rules.counters.map((counter) => ({
      ...counter,
      openingHours: [
        ...(counter.openingHours ?? []),
        ...[2, 3, 4, 5].map((weekday) => aRule(weekday, ...ahead, { share }) as OpeningRule),
      ],
    })),
  };
}
