import type { Period } from '@amtsstube/shared/domain/office-figures';
import { type LocalDate, localDate } from '@amtsstube/shared/domain/time';

export const periodNames = ['lastTwelve', 'thisYear', 'lastYear'] as const;
export type PeriodName = (typeof periodNames)[number];

/** `lastTwelve`: this month and the eleven before it, so that each is there once. */
export function periodOf(name: PeriodName, today: LocalDate): Period {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const day = (ofYear: number, rest: string) => localDate.parse(`${ofYear}-${rest}`);
  switch (name) {
    case 'thisYear':
      return { from: day(year, '01-01'), to: today };
    case 'lastYear':
      return { from: day(year - 1, '01-01'), to: day(year - 1, '12-31') };
    case 'lastTwelve':
      return month === 12
        ? { from: day(year, '01-01'), to: today }
        : { from: day(year - 1, `${String(month + 1).padStart(2, '0')}-01`), to: today };
  }
}
