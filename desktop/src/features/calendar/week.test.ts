import { localDate } from '@amtsstube/shared/domain/time';
import { expect, it } from 'vitest';
import { daysOfWeek, weekOfYear } from './week.ts';

it('a week begins on Monday, also around a Sunday and the change of year', () => {
  expect([
    daysOfWeek(localDate.parse('2026-11-29'))[0],
    daysOfWeek(localDate.parse('2027-01-01')).at(-1),
  ]).toEqual(['2026-11-23', '2027-01-03']);
});

// from the calendar of DIN 1355 / ISO 8601
it.each([
  ['2026-01-01', 1],
  ['2026-11-23', 48],
  ['2026-12-31', 53],
  ['2027-01-03', 53],
  ['2027-01-04', 1],
  ['2024-12-30', 1],
  ['2023-01-01', 52],
])('%s is in week %i', (day, week) => {
  expect(weekOfYear(localDate.parse(day))).toBe(week);
});
