import { localDate } from '@amtsstube/shared/domain/time';
import {
  aBooking,
  aCounter,
  aRule,
  aService,
  moment,
  rulesOf,
  unitAt,
  visitOf,
} from '@amtsstube/shared/fixtures/booking-builders';
import { describe, expect, it } from 'vitest';
import { deskCalendar, nearestTo, nextFreeTimes, usualService, whyNotThere } from './free-times.ts';
import { noLeases } from './lease-times.ts';

// Monday, 30 November 2026: 09:00 to 10:00 and 14:00 to 14:30
const hours = [aRule(1, '09:00', '10:00'), aRule(1, '14:00', '14:30')];
const rules = rulesOf({
  counters: [
    aCounter('1', { openingHours: hours }),
    aCounter('2', { openingHours: [aRule(1, '09:30', '10:00')] }),
  ],
  services: [aService('pass', { counterIds: ['1', '2'] })],
});
const visit = visitOf(rules, 'desk');
const now = moment('2026-11-30T07:00');
const monday = localDate.parse('2026-11-30');
const given = { first: monday, most: 4, mostPerDay: 4, stepMinutes: 15 };
const times = (
  calendar = deskCalendar(rules, [], now),
  changed: Partial<typeof given> & { atOnce?: boolean } = {},
) => nextFreeTimes(calendar, visit, { ...given, ...changed });

describe('the next free times', () => {
  it('are the soonest round ones, each once, and go on to the next day that has one', () => {
    expect(times().map(({ start }) => start)).toEqual(
      ['2026-11-30T08:00', '2026-11-30T08:15', '2026-11-30T08:30', '2026-11-30T13:00'].map(unitAt),
    );
    expect(times(undefined, { mostPerDay: 1 }).map(({ start }) => start)).toEqual(
      ['2026-11-30T08:00', '2026-12-07T08:00', '2026-12-14T08:00', '2026-12-21T08:00'].map(unitAt),
    );
  });

  it('leave out what is booked with its buffer, and go to the other counter for it', () => {
    const booked = [
      aBooking({
        startsAt: moment('2026-11-30T08:30'),
        endsAt: moment('2026-11-30T08:45'),
        freeAt: moment('2026-11-30T08:50'),
      }),
    ];
    const found = times(deskCalendar(rules, booked, now));
    expect(found.slice(0, 3).map(({ start, counterId }) => [start, counterId])).toEqual([
      [unitAt('2026-11-30T08:00'), '1'],
      [unitAt('2026-11-30T08:30'), '2'],
      [unitAt('2026-11-30T13:00'), '1'],
    ]);
  });

  it('count as free what was cancelled, what lapsed unconfirmed, and nothing that waits for its mail', () => {
    const states = [
      { is: 'cancelled', at: now, byId: null, reason: '' },
      { is: 'unconfirmed', expiresAt: moment('2026-11-30T06:59') },
      { is: 'unconfirmed', expiresAt: moment('2026-11-30T07:01') },
    ];
    const isFirstFree = states.map((state) => {
      const [first] = times(deskCalendar(rules, [aBooking({ state })], now));
      return first?.start === unitAt('2026-11-30T08:00');
    });
    expect(isFirstFree).toEqual([true, true, false]);
  });

  it('of who stands at the counter are any unit, from now on', () => {
    const at = moment('2026-11-30T08:07');
    const [first] = times(deskCalendar(rules, [], at), { atOnce: true });
    expect(first?.start).toBe(unitAt('2026-11-30T08:10'));
  });
});

describe('moving', () => {
  const booked = aBooking();
  const other = aBooking({
    id: 'appointment-2',
    startsAt: moment('2026-11-30T08:30'),
    endsAt: moment('2026-11-30T08:45'),
    freeAt: moment('2026-11-30T08:50'),
  });
  const whyNot = (text: string, minutes = 15) =>
    whyNotThere({ rules, appointments: [booked, other], leases: noLeases, isOffline: false }, now, {
      moved: booked,
      to: { counterId: booked.counterId, start: unitAt(text) },
      minutes,
    });

  it('isn’t hindered by its own time, but by another’s, by the end of opening hours, and by the past', () => {
    expect(whyNot('2026-11-30T08:05')).toBeUndefined();
    expect(whyNot('2026-11-30T08:05', 25)).toBe('taken');
    expect(whyNot('2026-11-30T08:25')).toBe('taken');
    expect(whyNot('2026-11-30T13:15')).toBe('closed');
    expect(whyNot('2026-11-30T06:00')).toBe('past');
  });

  it('has the nearest free times at hand where it can’t be', () => {
    const wanted = {
      moved: booked,
      to: { counterId: booked.counterId, start: unitAt('2026-11-30T08:30') },
      minutes: 15,
    };
    expect(
      nearestTo({ rules, appointments: [booked, other], leases: noLeases, isOffline: false }, now, wanted)[0],
    ).toEqual({
      counterId: '2',
      start: unitAt('2026-11-30T08:30'),
    });
  });
});

it('the service that is booked most comes first, of those that are offered', () => {
  const [pass, dog] = [aService('pass').id, aService('dog').id];
  expect(usualService([dog, pass], [aBooking(), aBooking({ id: 'b' })])).toBe(pass);
  expect(usualService([dog], [aBooking()])).toBe(dog);
  expect(usualService([], [aBooking()])).toBeUndefined();
});
