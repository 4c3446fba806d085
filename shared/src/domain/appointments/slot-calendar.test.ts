import { describe, expect, it } from 'vitest';
import {
  aCounter,
  aRule,
  aService,
  moment,
  rulesOf,
  unitAt,
  visitOf,
} from '../../fixtures/booking-builders.ts';
import { between, pick, seededRandom } from '../../fixtures/random.ts';
import { isFreeByMinutes } from '../../fixtures/slot-oracle.ts';
import type { CounterId } from '../ids.ts';
import { addDays, instantOf, type LocalDate, localDate } from '../time.ts';
import { defaultBookingSettings } from './booking-settings.ts';
import { type Claim, claimState } from './claim.ts';
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
  const firstDays = ['2026-11-30', '2026-10-24', '2027-03-27', '2026-12-24', '2027-01-05'].map(day);
  it.each(Array.from({ length: 15 }, (_, index) => index + 1))('seed %i', (seed) => {
    const random = seededRandom(seed);
    const first = pick(random, firstDays);
    const last = addDays(first, 2);
    const rules = someRules(random, first);
    const at = instantOf(Date.parse(addDays(first, -1)) + between(random, 0, 40 * 60) * 60_000);
    const { from } = localDay(first);
    const { to } = localDay(last);
    const claims = Array.from({ length: 60 }, () =>
      aClaim(between(random, from, to), {
        counterId: pick(random, ['1', '2']) as CounterId,
        state: pick(random, claimState.options),
        until: random() < 0.5 ? null : instantOf(Date.parse(at) + between(random, -1, 1) * 60_000),
      }),
    ).filter(
      ({ unit, counterId }, index, all) =>
        all.findIndex((each) => each.unit === unit && each.counterId === counterId) === index,
    );
    for (const audience of ['web', 'desk'] as const) {
      const planned = planVisit(
        rules,
        rules.services.slice(0, between(random, 1, 2)).map(({ id }) => id),
        audience,
      );
      if (!planned.possible) continue;
      const { visit } = planned;
      const calendar = createSlotCalendar(rules, claims, at);
      const listed = new Set(
        calendar
          .freeSlots(visit, first, last)
          .flatMap(({ counters }) =>
            counters.flatMap(({ counterId, starts }) => starts.map((start) => `${counterId} ${start}`)),
          ),
      );
      const wrong: string[] = [];
      for (const counter of rules.counters)
        for (let start = from; start < to; start += between(random, 1, 5)) {
          const slot = `${counter.id} ${start}`;
          const isFree = isFreeByMinutes(rules, claims, at, visit, counter, start);
          const said = calendar.whyNot(visit, { counterId: counter.id, start });
          if (listed.has(slot) !== isFree || (said === undefined) !== isFree)
            wrong.push(`${audience} ${slot} ${instantOfUnit(start)}: ${said}, by minutes ${isFree}`);
        }
      expect(wrong).toEqual([]);
    }
  });
});

function someRules(random: () => number, first: LocalDate): BookingRules {
  const times = ['00:00', '01:30', '02:10', '03:00', '08:00', '09:05', '10:00', '12:00', '13:15', '24:00'];
  const range = () => {
    const from = between(random, 0, times.length - 2);
    const share = random() < 0.7 ? 'web' : 'internal';
    return { from: times[from], to: times[between(random, from + 1, times.length - 1)], share };
  };
  // one range a day: overlapping ones are refused before they are kept
  const counters = ['1', '2'].map((id) =>
    aCounter(id, {
      openingHours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
        ...aRule(weekday, '08:00', '12:00', range()),
        everyWeeks: between(random, 1, 2),
        startsOn: addDays(first, -between(random, 0, 30)),
        endsOn: random() < 0.3 ? addDays(first, between(random, 0, 3)) : null,
      })),
      exceptions: random() < 0.3 ? [{ on: addDays(first, 1), reason: '', ranges: [range()] }] : [],
      blocked:
        random() < 0.3
          ? [
              {
                id: 'b',
                startsAt: moment(`${first}T08:05`),
                endsAt: moment(`${first}T09:10`),
                reason: '',
                madeAt: now,
              },
            ]
          : [],
    }),
  );
  const closures = [
    { id: 'c' as never, firstOn: first, lastOn: first, name: 'zu', counterIds: ['2' as CounterId] },
  ];
  const service = (id: string) =>
    aService(id, {
      durationMinutes: 5 * between(random, 1, 9),
      bufferMinutes: 5 * between(random, 0, 2),
      counterIds: random() < 0.8 ? ['1', '2'] : ['1'],
      leadMinutes: pick(random, [0, 17, 300]),
      horizonDays: between(random, 1, 4),
    });
  return {
    counters,
    services: [service('a'), service('b')],
    booking: {
      ...defaultBookingSettings,
      stepMinutes: pick(random, [5, 10, 15, 30]) as 15,
      closures: random() < 0.3 ? closures : [],
    },
  };
}
