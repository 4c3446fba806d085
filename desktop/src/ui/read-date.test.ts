import { localDate } from '@amtsstube/shared/domain/time';
import { expect, it } from 'vitest';
import { readDate } from './read-date.ts';
import { weekdayOf } from './weekday.ts';

const today = localDate.parse('2026-11-27');

it.each([
  ['24.5.2027', '2027-05-24'],
  ['2027-05-24', '2027-05-24'],
  [' +14 ', '2026-12-11'],
  ['+ 0', '2026-11-27'],
  ['31.2.2027', undefined],
  ['+99999', undefined],
  ['-3', undefined],
  ['morgen', undefined],
  ['', undefined],
])('a day typed as %j is %s', (text, expected) => {
  expect(readDate(text, today)).toBe(expected);
});

it.each([
  ['2026-11-27', 'Freitag'],
  ['2026-11-29', 'Sonntag'],
  ['2020-02-29', 'Samstag'],
  ['2030-01-01', 'Dienstag'],
])('%s is a %s', (on, weekday) => {
  expect(weekdayOf(localDate.parse(on))).toBe(weekday);
});
