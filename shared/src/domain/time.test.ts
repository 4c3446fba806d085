import { LocalDate as JodaDate } from '@js-joda/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  daysBetween,
  formatInstant,
  formatLocalDate,
  type Instant,
  instant,
  instantOf,
  localDate,
  localDateOf,
  millisecondsOf,
  parseLocalDate,
} from './time.ts';

const at = (text: string) => instant.parse(text);

describe('an instant', () => {
  it.each(['2026-11-23T08:00:00.000Z', '1970-01-01T00:00:00.000Z', '2028-02-29T23:59:59.999Z'])(
    '%s is one',
    (text) => expect(instant.parse(text)).toBe(text),
  );

  it.each([
    '2026-11-23T08:00:00Z',
    '2026-11-23T08:00:00.00Z',
    '2026-11-23T08:00:00.000000Z',
    '2026-11-23T08:00:00.000+01:00',
    '2026-11-23 08:00:00.000Z',
    '2026-02-29T08:00:00.000Z',
    '2026-13-01T08:00:00.000Z',
    '2026-11-23T24:00:00.000Z',
    '2026-11-23T08:60:00.000Z',
    '2026-12-31T23:59:60.000Z',
    ' 2026-11-23T08:00:00.000Z',
    '2026-11-23T08:00:00.000Z\n',
    '',
  ])('%j is none', (text) => expect(instant.safeParse(text).success).toBe(false));

  const milliseconds = fc.integer({ min: 0, max: Date.UTC(9999, 11, 31) });

  it('is the number it was made of, and the text that JavaScript’s own clock writes', () => {
    fc.assert(
      fc.property(milliseconds, (time) => {
        expect(instantOf(time)).toBe(new Date(time).toISOString());
        expect(millisecondsOf(instantOf(time))).toBe(time);
        expect(instant.safeParse(instantOf(time)).success).toBe(true);
      }),
    );
  });

  it('sorts as text the way it sorts as time', () => {
    fc.assert(
      fc.property(milliseconds, milliseconds, (a, b) => {
        expect(instantOf(a) < instantOf(b)).toBe(a < b);
      }),
    );
  });
});

describe('in Saxony-Anhalt', () => {
  it.each([
    // winter time, one hour ahead of UTC
    ['2026-01-15T22:59:59.999Z', '2026-01-15', '15.01.2026, 23:59'],
    ['2026-01-15T23:00:00.000Z', '2026-01-16', '16.01.2026, 00:00'],
    // summer time, two hours ahead
    ['2026-07-15T21:59:59.999Z', '2026-07-15', '15.07.2026, 23:59'],
    ['2026-07-15T22:00:00.000Z', '2026-07-16', '16.07.2026, 00:00'],
    ['2026-12-31T22:59:59.999Z', '2026-12-31', '31.12.2026, 23:59'],
    ['2026-12-31T23:00:00.000Z', '2027-01-01', '01.01.2027, 00:00'],
    // 29 March 2026 has 23 hours: there is no half past two
    ['2026-03-28T23:00:00.000Z', '2026-03-29', '29.03.2026, 00:00'],
    ['2026-03-29T00:59:59.999Z', '2026-03-29', '29.03.2026, 01:59'],
    ['2026-03-29T01:00:00.000Z', '2026-03-29', '29.03.2026, 03:00'],
    ['2026-03-29T21:59:59.999Z', '2026-03-29', '29.03.2026, 23:59'],
    ['2026-03-29T22:00:00.000Z', '2026-03-30', '30.03.2026, 00:00'],
    // 25 October 2026 has 25: half past two comes twice
    ['2026-10-24T22:00:00.000Z', '2026-10-25', '25.10.2026, 00:00'],
    ['2026-10-25T00:30:00.000Z', '2026-10-25', '25.10.2026, 02:30'],
    ['2026-10-25T01:30:00.000Z', '2026-10-25', '25.10.2026, 02:30'],
    ['2026-10-25T22:59:59.999Z', '2026-10-25', '25.10.2026, 23:59'],
    ['2026-10-25T23:00:00.000Z', '2026-10-26', '26.10.2026, 00:00'],
  ])('%s is the %s, shown as %s', (text, day, shown) => {
    expect(localDateOf(at(text))).toBe(day);
    expect(formatInstant(at(text))).toBe(shown);
  });

  it('agrees with another time zone database, the runtime’s', () => {
    const runtime = new Intl.DateTimeFormat('de-DE', {
      timeZone: 'Europe/Berlin',
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    const partsOf = (time: number) =>
      Object.fromEntries(runtime.formatToParts(time).map(({ type, value }) => [type, value]));
    // from the first year of today's rules to the last year that the packed database reaches
    const times = fc.integer({ min: Date.UTC(1996, 0), max: Date.UTC(2037, 0) });
    fc.assert(
      fc.property(times, (time) => {
        const { day, month, year, hour, minute } = partsOf(time);
        expect(formatInstant(instantOf(time))).toBe(`${day}.${month}.${year}, ${hour}:${minute}`);
        expect(localDateOf(instantOf(time))).toBe(`${year}-${month}-${day}`);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a local date', () => {
  it.each([
    ['23.11.2026', '2026-11-23'],
    ['1.5.2024', '2024-05-01'],
    ['2026-11-23', '2026-11-23'],
    [' 2026-11-23\n', '2026-11-23'],
    ['29.02.2028', '2028-02-29'],
    ['31.12.1899', '1899-12-31'],
  ])('%j is the %s', (text, day) => expect(parseLocalDate(text)).toBe(day));

  it.each([
    '29.02.2026',
    '29.02.2100',
    '31.04.2026',
    '00.01.2026',
    '01.00.2026',
    '32.01.2026',
    '01.13.2026',
    '23.11.26',
    '023.11.2026',
    '23. 11. 2026',
    '23.11.',
    '2026-2-3',
    '2026-02-30',
    '11/23/2026',
    '2026-11-23T08:00:00.000Z',
    '+2026-11-23',
    'heute',
    '',
  ])('%j is no day', (text) => {
    expect(parseLocalDate(text)).toBeUndefined();
    expect(localDate.safeParse(text).success).toBe(false);
  });

  it('is read back from how it is shown', () => {
    const days = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const day = localDate.parse(date.toISOString().slice(0, 10));
        expect(parseLocalDate(formatLocalDate(day))).toBe(day);
      }),
    );
  });

  it('doesn’t depend on the zone of the machine', () => {
    const zoneBefore = process.env['TZ'];
    const moments = ['2026-03-29T00:30:00.000Z', '2026-12-31T23:30:00.000Z'] as Instant[];
    const shown = () => moments.map((moment) => [localDateOf(moment), formatInstant(moment)]);
    const here = shown();
    try {
      for (const zone of ['Pacific/Kiritimati', 'America/Los_Angeles']) {
        process.env['TZ'] = zone;
        expect(shown()).toEqual(here);
      }
    } finally {
      if (zoneBefore === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zoneBefore;
    }
  });
});

describe('counting days', () => {
  const day = (text: string) => localDate.parse(text);

  it.each([
    ['2026-11-23', 30, '2026-12-23'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    // the day the clocks change is a day like any other
    ['2026-10-24', 2, '2026-10-26'],
    ['2026-03-01', -1, '2026-02-28'],
  ])('%s and %i days: %s', (from, days, to) => {
    expect(addDays(day(from), days)).toBe(to);
    expect(daysBetween(day(from), day(to))).toBe(days);
  });
});

describe('a real day', () => {
  it('is what the calendar says', () => {
    const isInCalendar = (text: string) => {
      try {
        return JodaDate.parse(text).toString() === text;
      } catch {
        return false;
      }
    };
    const padded = (number: number, length: number) => String(number).padStart(length, '0');
    for (const year of [0, 1600, 1900, 1999, 2000, 2024, 2026, 2100, 9999])
      for (let month = 0; month <= 13; month += 1)
        for (let day = 0; day <= 32; day += 1) {
          const text = `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
          expect(localDate.safeParse(text).success, text).toBe(isInCalendar(text));
          expect(instant.safeParse(`${text}T23:59:59.999Z`).success, text).toBe(isInCalendar(text));
        }
  });

  it.each(['24:00:00', '23:60:00', '23:59:60', '99:99:99'])('has no %s', (time) =>
    expect(instant.safeParse(`2026-11-23T${time}.000Z`).success).toBe(false),
  );
});
