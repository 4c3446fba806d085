import { localDate } from '@amtsstube/shared/domain/time';
import { expect, it } from 'vitest';
import { hallPeriodOf } from './hall-periods.ts';

it.each([
  ['lastSeven', '2026-11-28', '2026-11-22', '2026-11-28'],
  ['lastFour', '2026-11-28', '2026-11-01', '2026-11-28'],
  // over the night in which clocks change
  ['lastEight', '2026-11-28', '2026-10-04', '2026-11-28'],
  ['nextFour', '2026-11-28', '2026-11-29', '2026-12-26'],
] as const)('%s on %s is from %s to %s', (name, today, from, to) => {
  expect(hallPeriodOf(name, localDate.parse(today))).toEqual({ from, to });
});
