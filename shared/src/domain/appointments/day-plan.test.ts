import { describe, expect, it } from 'vitest';
import { aBooking, aCounter, aRule, aService, moment } from '../../fixtures/booking-builders.ts';
import { aCase } from '../../fixtures/builders.ts';
import { annaBerger, testTown } from '../../fixtures/test-town.ts';
import { localDate } from '../time.ts';
import { type DayPlanSources, dayPlanOf } from './day-plan.ts';
import { timeLease } from './time-lease.ts';

/** Mondays and Wednesdays; it is the Monday before it opens. */
const counter = aCounter('1', { openingHours: [aRule(1, '08:00', '12:00'), aRule(3, '14:00', '16:00')] });
const now = moment('2026-11-30T06:00');
const sources: DayPlanSources = {
  town: 'Musterstadt',
  counter,
  booking: { closures: [] },
  services: [aService('pass')],
  clerks: [annaBerger],
  bookings: [],
  leases: [],
  cases: [],
  asOf: now,
  now,
};
const daysOf = (changed: Partial<DayPlanSources>) => dayPlanOf({ ...sources, ...changed }).days;
const onDay = (day: string, hour = '08:00') => ({
  startsAt: moment(`${day}T${hour}`),
  endsAt: moment(`${day}T${hour.slice(0, 3)}15`),
  freeAt: moment(`${day}T${hour.slice(0, 3)}20`),
});

describe('[K14] the day plan of a counter', () => {
  it('is of the next two days on which somebody can come', () => {
    expect(daysOf({}).map(({ on }) => on)).toEqual(['2026-11-30', '2026-12-02']);
    const sunday = moment('2026-11-29T10:00');
    expect(daysOf({ now: sunday }).map(({ on }) => on)).toEqual(['2026-11-30', '2026-12-02']);
  });

  it('leaves out closed days, but for those on which somebody is booked nevertheless', () => {
    const first = localDate.parse('2026-11-30');
    const closures = [{ id: 'zu' as never, firstOn: first, lastOn: first, name: 'Brückentag' }];
    expect(daysOf({ booking: { closures } }).map(({ on }) => on)).toEqual(['2026-12-02', '2026-12-07']);
    const [day] = daysOf({ booking: { closures }, bookings: [aBooking()] });
    expect(day).toMatchObject({ on: '2026-11-30', open: [], visits: [{ name: 'Erika Mustermann' }] });
  });

  it('names those who stand, in their order, with what reaches them: not the cancelled, nor those of other counters', () => {
    const [day] = daysOf({
      bookings: [
        aBooking({ id: 'b', ...onDay('2026-11-30', '09:00') }),
        aBooking({ id: 'a', visitor: { name: 'Ute Groß', email: 'ute@example.org', phone: '03901 1' } }),
        aBooking({ id: 'c', counterId: '2' }),
        aBooking({ id: 'd', state: { is: 'cancelled', at: now, byId: null, reason: '' } }),
        aBooking({
          id: 'e',
          ...onDay('2026-11-30', '10:00'),
          state: { is: 'unconfirmed', expiresAt: moment('2026-11-30T06:10') },
        }),
        aBooking({
          id: 'f',
          ...onDay('2026-11-30', '10:00'),
          state: { is: 'unconfirmed', expiresAt: moment('2026-11-30T05:10') },
        }),
      ],
    });
    expect(day?.visits.map(({ time, reach, isUnconfirmed }) => [time, reach, isUnconfirmed])).toEqual([
      ['09:00–09:15', '03901 1', false],
      ['10:00–10:15', 'erika@example.org', false],
      ['11:00–11:15', 'erika@example.org', true],
    ]);
  });

  it('tells which times are kept for this counter, and none that was taken back or is over', () => {
    const lease = (id: string, given: object = {}) =>
      timeLease.parse({
        kind: 'time',
        id,
        scope: 'buergerservice/active',
        departmentId: 'buergerservice',
        counterId: '1',
        on: '2026-11-30',
        clerkId: annaBerger.id,
        deviceId: null,
        grantedAt: now,
        free: [
          { startsAt: moment('2026-11-30T07:00'), endsAt: moment('2026-11-30T07:30') },
          { startsAt: moment('2026-11-30T10:00'), endsAt: moment('2026-11-30T10:30') },
        ],
        spent: [],
        fence: 1,
        ...given,
      });
    const revoked = { at: now, byId: annaBerger.id, reason: 'PC verloren' };
    const leases = [lease('a'), lease('b', { revoked }), lease('c', { counterId: '2' })];
    const [day] = daysOf({ leases, now: moment('2026-11-30T08:00') });
    expect(day?.kept).toEqual([`11:00–11:30 (${annaBerger.name})`]);
  });

  it('lists what is due in the department within a week, overdue first, and says how many more there are', () => {
    const due = (index: number, on: string, given: object = {}) =>
      aCase({
        id: `fall-${index}`,
        fileReference: `TST-2026-${index}`,
        departmentId: testTown.departmentId,
        deadlineOn: localDate.parse(on),
        ...given,
      } as never);
    const cases = [
      due(1, '2026-12-04', { assigneeId: annaBerger.id }),
      due(2, '2026-11-20'),
      due(3, '2026-12-08'),
      due(4, '2026-11-30', { departmentId: 'standesamt' }),
    ];
    const { deadlines, moreDeadlines } = dayPlanOf({ ...sources, cases });
    expect(deadlines.map(({ reference, isOverdue, assignee }) => [reference, isOverdue, assignee])).toEqual([
      ['TST-2026-2', true, ''],
      ['TST-2026-1', false, annaBerger.name],
    ]);
    expect(moreDeadlines).toBe(0);
    const many = Array.from({ length: 50 }, (_, index) => due(index, '2026-12-01'));
    expect(dayPlanOf({ ...sources, cases: many })).toMatchObject({ moreDeadlines: 10 });
  });

  it('on the day the clocks change it says the hours that clocks show', () => {
    const sunday = aCounter('1', { openingHours: [aRule(7, '00:00', '06:00')] });
    const booking = aBooking({
      startsAt: moment('2026-10-25T02:00'),
      endsAt: moment('2026-10-25T02:15'),
      freeAt: moment('2026-10-25T02:20'),
    });
    const [day] = daysOf({ counter: sunday, bookings: [booking], now: moment('2026-10-24T20:00') });
    expect(day?.visits[0]?.time).toBe('03:00–03:15');
  });
});
