import { describe, expect, it } from 'vitest';
import { slotsUnlikeMinutes } from '../../fixtures/any-times.ts';
import {
  aCounter,
  aRule,
  aService,
  moment,
  rulesOf,
  unitAt,
  visitOf,
} from '../../fixtures/booking-builders.ts';
import type { CounterId } from '../ids.ts';
import { addDays, type LocalDate, localDate } from '../time.ts';
import { defaultBookingSettings } from './booking-settings.ts';
import type { Claim } from './claim.ts';
import { localDay } from './local-day.ts';
import { createSlotCalendar } from './slot-calendar.ts';
import { instantOfUnit, type Unit } from './unit.ts';
import { type BookingRules, planVisit } from './visit.ts';

const day = (text: string) => localDate.parse(text);
const monday = day('2026-11-30');
const counter1 = '1' as CounterId;
const now = moment('2026-11-27T15:00');
const aClaim = (unit: Unit, given: Partial<Claim> = {}): Claim => ({
  counterId: counter1,
  unit,
  state: 'booked',
  owner: 'somebody',
  until: null,
  fence: 1,
  ...given,
});

function startsOn(rules: BookingRules, on: LocalDate, claims: readonly Claim[] = [], at = now): string[] {
  const [free] = createSlotCalendar(rules, claims, at).freeSlots(visitOf(rules), on, on);
  return (free?.counters ?? []).flatMap(({ starts }) =>
    starts.map((start) => instantOfUnit(start).slice(11, 16)),
  );
}

const mondays = rulesOf({
  counters: [aCounter('1', { openingHours: [aRule(1, '09:00', '10:00')] })],
  services: [aService('pass', { durationMinutes: 20, bufferMinutes: 5 })],
});

describe('[K6] what is free', () => {
  it('is what fits with its buffer into the open hours, at the minutes the web is offered', () => {
    expect(startsOn(mondays, monday)).toEqual(['08:00', '08:15', '08:30']);
    expect(startsOn(mondays, addDays(monday, 1))).toEqual([]);
  });

  it('[K1] is nobody’s; what has run out counts as free', () => {
    const unit = unitAt('2026-11-30T08:25');
    expect(startsOn(mondays, monday, [aClaim(unit)])).toEqual(['08:00', '08:30']);
    expect(startsOn(mondays, monday, [aClaim(unit, { state: 'hold', until: now })])).toEqual([
      '08:00',
      '08:30',
    ]);
    const over = aClaim(unit, { state: 'hold', until: moment('2026-11-27T14:59') });
    expect(startsOn(mondays, monday, [over])).toHaveLength(3);
  });

  it('several services are one visit without a gap, at a counter that offers all of them', () => {
    const rules = rulesOf({
      counters: [
        aCounter('1', { openingHours: [aRule(1, '09:00', '10:00')] }),
        aCounter('2', { openingHours: [aRule(1, '14:00', '15:00')] }),
      ],
      services: [
        aService('pass', { durationMinutes: 20, bufferMinutes: 5, counterIds: ['1', '2'] }),
        aService('melden', { durationMinutes: 30, bufferMinutes: 10, counterIds: ['2'] }),
      ],
    });
    expect(visitOf(rules)).toMatchObject({ visitUnits: 10, units: 12 });
    expect(startsOn(rules, monday)).toEqual(['13:00']);
  });

  it('a public holiday beats the series, an exception a holiday, and a closure everything', () => {
    const epiphany = day('2027-01-06');
    const hours = { openingHours: [aRule(3, '09:00', '10:00')] };
    const service = mondays.services;
    const open = rulesOf({ counters: [aCounter('1', hours)], services: service });
    expect(startsOn(open, addDays(epiphany, 7))).toHaveLength(3);
    expect(startsOn(open, epiphany)).toEqual([]);
    const exceptions = [{ on: epiphany, reason: '', ranges: [{ from: '11:00', to: '11:30', share: 'web' }] }];
    const excepted = rulesOf({ counters: [aCounter('1', { ...hours, exceptions })], services: service });
    expect(startsOn(excepted, epiphany)).toEqual(['10:00']);
    const closures = [{ id: 'c' as never, firstOn: epiphany, lastOn: epiphany, name: 'Umzug' }];
    const shut = { ...excepted, booking: { ...defaultBookingSettings, closures } };
    expect(startsOn(shut, epiphany)).toEqual([]);
    const calendar = createSlotCalendar(shut, [], now);
    const slot = { counterId: counter1, start: unitAt('2027-01-06T10:00') };
    expect(calendar.whyNot(visitOf(shut), slot)).toBe('closure');
  });

  it('every second week is counted from the week it starts in', () => {
    const rule = aRule(1, '09:00', '09:30', { everyWeeks: 2, startsOn: '2026-11-26', endsOn: '2026-12-21' });
    const rules = rulesOf({
      counters: [aCounter('1', { openingHours: [rule] })],
      services: mondays.services,
    });
    const open = [0, 7, 14, 21, 28, 35].filter((days) => startsOn(rules, addDays(monday, days)).length > 0);
    // the week of Thursday the 26th is the first: its Monday came before it starts
    expect(open).toEqual([7, 21]);
  });

  it('internal time is the desk’s alone', () => {
    const rules = rulesOf({
      counters: [aCounter('1', { openingHours: [aRule(1, '09:00', '09:30', { share: 'internal' })] })],
      services: mondays.services,
    });
    const slot = { counterId: counter1, start: unitAt('2026-11-30T08:05') };
    expect(
      planVisit(
        rules,
        rules.services.map(({ id }) => id),
        'web',
      ),
    ).toMatchObject({ why: 'tooLong' });
    expect(createSlotCalendar(rules, [], now).whyNot(visitOf(rules, 'desk'), slot)).toBeUndefined();
  });
});

describe('says why not', () => {
  const lead = rulesOf({
    ...mondays,
    services: [aService('pass', { leadMinutes: 24 * 60, horizonDays: 10 })],
  });
  const why = (text: string, at = now, rules = mondays) =>
    createSlotCalendar(rules, [], at).whyNot(visitOf(rules), {
      counterId: counter1,
      start: unitAt(text),
    });
  it.each([
    ['past', why('2026-11-23T08:00')],
    ['closed', why('2026-11-30T07:45')],
    ['closed', why('2026-11-30T08:45')],
    ['offStep', why('2026-11-30T08:05')],
    ['tooSoon', why('2026-11-30T08:00', moment('2026-11-29T08:05'), lead)],
    ['tooFar', why('2026-12-14T08:00', now, lead)],
    [undefined, why('2026-12-07T08:00', now, lead)],
  ])('%s', (expected, said) => expect(said).toBe(expected));

  it('where the visit itself can’t be', () => {
    const services = [aService('a', { counterIds: [] }), aService('b', { durationMinutes: 60 })];
    const rules = { ...mondays, services };
    const whyNot = (id: string) => planVisit(rules, [id as never], 'web');
    expect(whyNot('a')).toEqual({ possible: false, why: 'noCounter' });
    expect(whyNot('b')).toEqual({ possible: false, why: 'tooLong' });
    expect(whyNot('c')).toEqual({ possible: false, why: 'noSuchService', serviceId: 'c' });
  });
});

describe('days on which the clocks change', () => {
  const sundays = rulesOf({
    counters: [
      aCounter('1', {
        exceptions: ['2027-03-28', '2026-10-25'].map((on) => ({
          on,
          reason: 'Nachtschicht',
          ranges: [{ from: '00:00', to: '24:00', share: 'web' }],
        })),
      }),
    ],
    services: [aService('pass', { durationMinutes: 60, bufferMinutes: 0 })],
    booking: { ...defaultBookingSettings, stepMinutes: 60 },
  });

  it.each([
    ['2027-03-28', 23, '2027-03-27T23:00:00.000Z', '2027-03-28T22:00:00.000Z'],
    ['2026-10-25', 25, '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
    ['2026-11-30', 24, '2026-11-29T23:00:00.000Z', '2026-11-30T23:00:00.000Z'],
  ])('%s has %i hours', (on, hours, from, to) => {
    const { from: first, to: end } = localDay(day(on));
    expect([instantOfUnit(first), instantOfUnit(end)]).toEqual([from, to]);
    expect(end - first).toBe(hours * 12);
  });

  it('an hour that isn’t there is offered to nobody, and one that is there twice is there twice', () => {
    expect(startsOn(sundays, day('2027-03-28'), [], moment('2027-03-20T10:00'))).toHaveLength(23);
    expect(startsOn(sundays, day('2026-10-25'), [], moment('2026-10-20T10:00'))).toHaveLength(25);
    const night = { from: '02:00', to: '03:00', share: 'web' };
    const nights = ['2027-03-28', '2026-10-25'].map((on) => ({ on, reason: '', ranges: [night] }));
    const rules = { ...sundays, counters: [aCounter('1', { exceptions: nights })] };
    expect(startsOn(rules, day('2027-03-28'), [], moment('2027-03-20T10:00'))).toEqual([]);
    expect(startsOn(rules, day('2026-10-25'), [], moment('2026-10-20T10:00'))).toEqual(['00:00', '01:00']);
  });
});

describe('[K3] listing and booking are one: the same as minute by minute', () => {
  it.each([1, 2, 3, 4, 5, 6])('seed %i', (seed) => expect(slotsUnlikeMinutes(seed)).toEqual([]));
});
