import { localDate } from '@amtsstube/shared/domain/time';
import { expect, it } from 'vitest';
import { periodOf } from './periods.ts';

const day = (text: string) => localDate.parse(text);

it.each([
  ['lastTwelve', '2026-11-27', '2025-12-01', '2026-11-27'],
  ['lastTwelve', '2026-12-01', '2026-01-01', '2026-12-01'],
  ['lastTwelve', '2026-01-31', '2025-02-01', '2026-01-31'],
  ['thisYear', '2026-11-27', '2026-01-01', '2026-11-27'],
  ['lastYear', '2026-11-27', '2025-01-01', '2025-12-31'],
] as const)('%s on %s is from %s to %s', (name, today, from, to) => {
  expect(periodOf(name, day(today))).toEqual({ from, to });
});
