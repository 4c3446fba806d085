import type { Period } from '@amtsstube/shared/domain/office-figures';
import { addDays, type LocalDate } from '@amtsstube/shared/domain/time';

export const hallPeriodNames = ['lastSeven', 'lastFour', 'lastEight', 'nextFour'] as const;
export type HallPeriodName = (typeof hallPeriodNames)[number];

/**
 * Those behind end with today; those ahead begin tomorrow. No further back than eight weeks: a counter's document knows
 * blocked times of the last 60 days, and appointments are erased not long after.
 */
export function hallPeriodOf(name: HallPeriodName, today: LocalDate): Period {
  const back = (days: number): Period => ({ from: addDays(today, 1 - days), to: today });
  switch (name) {
    case 'lastSeven':
      return back(7);
    case 'lastFour':
      return back(28);
    case 'lastEight':
      return back(56);
    case 'nextFour':
      return { from: addDays(today, 1), to: addDays(today, 28) };
  }
}
