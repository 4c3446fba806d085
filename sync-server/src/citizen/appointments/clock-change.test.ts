import { createSlotCalendar } from '@amtsstube/shared/domain/appointments/slot-calendar';
import { instantOfUnit } from '@amtsstube/shared/domain/appointments/unit';
import { localDate } from '@amtsstube/shared/domain/time';
import {
  aCounter,
  aRule,
  aService,
  moment,
  rulesOf,
  visitOf,
} from '@amtsstube/shared/fixtures/booking-builders';
import { describe, expect, it } from 'vitest';
import { html } from '../html.ts';
import { freeDays, freeDaysOfMonth } from './free-times.ts';
import { timeButton, timesPage } from './times-page.ts';
import { dateAndTimes, localTimeOf } from './when.ts';

/** Open on Sundays from one to four in the night, where clocks change. */
const rules = rulesOf({
  counters: [aCounter('1', { openingHours: [aRule(7, '01:00', '04:00')] })],
  services: [aService('pass', { durationMinutes: 30, bufferMinutes: 0, horizonDays: 60 })],
});
const visit = visitOf(rules);

function timesAt(now: string) {
  const at = moment(now);
  return {
    rules: { ...rules, booking: { ...rules.booking, stepMinutes: 30 as const } },
    now: at,
    calendar: createSlotCalendar({ ...rules, booking: { ...rules.booking, stepMinutes: 30 } }, [], at),
  };
}

function shownOn(day: string, now: string): readonly string[] {
  const on = localDate.parse(day);
  return freeDays(timesAt(now), visit, on, on).flatMap(({ times }) =>
    times.map(({ start }) => localTimeOf(instantOfUnit(start))),
  );
}

describe('a day on which the clocks change', () => {
  it('in spring has no time between two and three', () => {
    expect(shownOn('2027-03-28', '2027-03-20T10:00')).toEqual(['01:00', '01:30', '03:00', '03:30']);
  });

  it('in autumn has that hour twice, and says which is which', () => {
    expect(shownOn('2026-10-25', '2026-10-20T10:00')).toEqual([
      '01:00',
      '01:30',
      '02:00 (Sommerzeit)',
      '02:30 (Sommerzeit)',
      '02:00 (Winterzeit)',
      '02:30 (Winterzeit)',
      '03:00',
      '03:30',
    ]);
    // a visit over the change
    expect(dateAndTimes(moment('2026-10-25T00:30'), moment('2026-10-25T01:00'))).toBe(
      'Sonntag, 25. Oktober 2026, 02:30 (Sommerzeit) bis 02:00 (Winterzeit) Uhr',
    );
  });

  it('is in its month’s list with its own date, and its page says that clocks change', async () => {
    const times = timesAt('2026-10-20T10:00');
    expect(freeDaysOfMonth(times, visit, '2026-10').map(({ on }) => on)).toEqual(['2026-10-25']);
    const page = await timesPage({
      municipality: { id: 'x', settings: { name: 'X' } } as never,
      asked: { services: rules.services, visit, questions: [] },
      times,
      way: { title: 'T', above: html``, daysHref: () => '', timesHref: (on) => `?tag=${on}` },
      on: localDate.parse('2026-10-25'),
      frame: (all) => all,
      pick: (start) => timeButton('time', start),
      elsewhere: async () => false,
    });
    const main = String(page.main);
    expect(main).toContain('werden die Uhren umgestellt');
    expect(main.match(/name="time"/g)?.length).toBe(8);
    expect(main).toContain('?tag=2026-11-01');
  });

  it('any other time is called by its hour alone', () => {
    expect(localTimeOf(moment('2026-10-25T03:00'))).toBe('04:00');
    expect(localTimeOf(moment('2026-07-01T07:00'))).toBe('09:00');
  });
});
