import { openingRule } from '@amtsstube/shared/domain/appointments/opening-hours';
import { localDate } from '@amtsstube/shared/domain/time';
import { expect, it } from 'vitest';
import { hoursWords } from './hours-words.ts';

const today = localDate.parse('2026-11-28');
const rule = (weekday: number, from: string, to: string, more: object = {}) =>
  openingRule.parse({
    ...{ weekday, from, to, everyWeeks: 1, startsOn: '2026-01-01', endsOn: null, share: 'web' },
    ...more,
  });

it('says a week in the order of its days, each day once', () => {
  const rules = [
    rule(4, '09:00', '12:00'),
    rule(2, '14:00', '17:00', { share: 'internal' }),
    rule(2, '09:00', '12:00'),
    rule(6, '09:00', '11:00', { everyWeeks: 2 }),
  ];
  expect(hoursWords(rules, today)).toBe(
    'Di 09:00–12:00, 14:00–17:00 nur intern; Do 09:00–12:00; Sa 09:00–11:00 alle 2 Wochen',
  );
});

it('says from when on and how long only where that matters, and leaves out what is over', () => {
  const rules = [
    rule(1, '09:00', '12:00', { startsOn: '2027-01-01', endsOn: '2027-06-30' }),
    rule(3, '09:00', '12:00', { endsOn: '2026-11-27' }),
  ];
  expect(hoursWords(rules, today)).toBe('Mo 09:00–12:00 ab 01.01.2027 bis 30.06.2027');
  expect(hoursWords(rules.slice(1), today)).toBe('noch keine Öffnungszeiten – keine Termine');
});
