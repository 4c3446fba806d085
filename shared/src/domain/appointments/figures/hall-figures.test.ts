import { describe, expect, it } from 'vitest';
import { aTicket } from '../../../fixtures/a-ticket.ts';
import { aBooking, aCounter, aRule, department, moment } from '../../../fixtures/booking-builders.ts';
import { localDate } from '../../time.ts';
import { type HallData, hallFigures } from './hall-figures.ts';

const day = (text: string) => localDate.parse(text);
const monday = day('2026-11-30');
const only = (on = monday) => ({ from: on, to: on });
const later = day('2026-12-05');

function data(given: Partial<HallData> = {}): HallData {
  return { counters: [], booking: { closures: [] }, bookings: [], tickets: [], ...given };
}
const came = (given: object = {}) => aTicket({ departmentId: department, on: monday, ...given });
const call = { counterId: '1', byId: 'anna', calls: 1 };
const at = (time: string) => moment(`2026-11-30T${time}`);
const served = (calledAt: string, startedAt: string, end: string) => ({
  is: 'served',
  ...call,
  calledAt: at(calledAt),
  startedAt: at(startedAt),
  at: at(end),
});

describe('planned time', () => {
  const rules = [aRule(1, '09:00', '12:00'), aRule(1, '14:00', '15:00', { share: 'internal' })];
  const planned = (counter: object, booking: HallData['booking'] = { closures: [] }) =>
    hallFigures(data({ counters: [aCounter('1', counter)], booking }), only(), later).total.planned;

  it('is the opening hours, the desk’s own part named apart', () => {
    expect(planned({ openingHours: rules })).toEqual({ web: 180, internal: 60 });
  });

  it('has no blocked times, no closures, and nothing after a counter went out of use', () => {
    const blocked = [
      { id: 'b', startsAt: at('08:30'), endsAt: at('09:00'), reason: '', madeAt: at('07:00') },
    ];
    expect(planned({ openingHours: rules, blocked })).toEqual({ web: 150, internal: 60 });
    const closures = [{ id: 'c', firstOn: monday, lastOn: monday, name: 'Umzug' }];
    expect(planned({ openingHours: rules }, { closures } as HallData['booking'])).toEqual({
      web: 0,
      internal: 0,
    });
    expect(planned({ openingHours: rules, deactivatedAt: at('10:00') })).toEqual({ web: 120, internal: 0 });
    expect(planned({ openingHours: rules, deactivatedAt: moment('2026-11-20T10:00') }).web).toBe(0);
  });

  it.each([
    ['an hour that is there twice', '2026-10-25', 4 * 60],
    ['an hour that is left out', '2027-03-28', 2 * 60],
  ])('counts %s as the clock does', (_, on, minutes) => {
    const exceptions = [{ on, ranges: [{ from: '01:00', to: '04:00', share: 'web' }], reason: '' }];
    const counters = [aCounter('1', { exceptions })];
    const { byDay } = hallFigures(
      data({ counters }),
      { from: day('2026-10-01'), to: day('2027-04-30') },
      later,
    );
    expect([...byDay].map(([each, { planned }]) => [each, planned.web])).toEqual([[on, minutes]]);
  });
});

describe('what became of appointments', () => {
  const bookings = (all: HallData['bookings'], tickets: HallData['tickets'] = [], today = later) =>
    hallFigures(data({ bookings: all, tickets }), only(), today).total.bookings;
  const arrived = { ticketId: 'ticket-1', number: 'A01', at: at('08:00') };

  it('takes their time, with the buffer after them', () => {
    expect(bookings([aBooking(), aBooking({ id: 'other', freeAt: at('09:00') })]).bookedMinutes).toBe(80);
  });

  it('is that she came, or didn’t when she was called', () => {
    const booking = aBooking({ arrived });
    const missed = { is: 'missed', ...call, calledAt: at('08:05'), at: at('08:10') };
    expect(bookings([booking], [came()])).toMatchObject({ came: 1, missed: 0 });
    expect(bookings([booking], [came({ state: missed })])).toMatchObject({ came: 0, missed: 1 });
  });

  it('is that she wasn’t there at the end of a day on which others were checked in', () => {
    expect(bookings([aBooking()], [came()], monday)).toMatchObject({ ahead: 1, missed: 0 });
    expect(bookings([aBooking()], [came()])).toMatchObject({ ahead: 0, missed: 1 });
    expect(bookings([aBooking()], [came({ departmentId: 'bauamt' })])).toMatchObject({
      missed: 0,
      unclear: 1,
    });
  });

  it('is nothing for who never confirmed, and a cancellation on the day it would have been', () => {
    const states = [
      { is: 'unconfirmed', expiresAt: at('07:00') },
      { is: 'cancelled', at: at('07:00'), byId: null, reason: '' },
    ];
    expect(bookings(states.map((state) => aBooking({ id: state.is, state })))).toMatchObject({
      booked: 0,
      bookedMinutes: 0,
      cancelled: 1,
    });
  });
});

describe('the hall', () => {
  const tickets = [
    came({ id: 'a', state: served('08:10', '08:11', '08:21') }),
    came({ id: 'b', state: served('08:20', '08:20', '08:50') }),
    came({ id: 'c', way: 'kiosk', state: served('08:45', '08:46', '08:48') }),
    came({ id: 'd', state: { is: 'missed', ...call, calledAt: at('08:05'), at: at('08:08') } }),
    came({
      id: 'e',
      state: { is: 'missed', ...call, counterId: null, calledAt: null, calls: 0, at: at('09:00') },
    }),
    came({ id: 'f', arrivedAt: at('10:59') }),
  ].map((each) => (each.id === 'f' ? each : { ...each, arrivedAt: at('08:00') }));
  const figures = hallFigures(data({ tickets, counters: [aCounter('1'), aCounter('2')] }), only(), later);

  it('says who came, was served and wasn’t called, and how long it took', () => {
    expect(figures.total.queue).toEqual({
      came: 6,
      served: 3,
      missed: 2,
      uncalled: 2,
      waiting: { count: 4, median: 10, mostly: 45 },
      service: { count: 3, median: 10, mostly: 30 },
    });
  });

  it('says it of each counter by whom it called, of each way, and of each hour between the first and the last', () => {
    expect([...figures.byCounter].map(([id, { queue }]) => [id, queue.came])).toEqual([['1', 4]]);
    expect([...figures.byWay].map(([way, { came }]) => [way, came])).toEqual([
      ['walkIn', 5],
      ['kiosk', 1],
    ]);
    expect([...figures.byHour].map(([hour, { came }]) => [hour, came])).toEqual([
      [9, 5],
      [10, 0],
      [11, 1],
    ]);
  });

  it('a clock that was put back makes nobody wait less than not at all', () => {
    const state = served('07:50', '07:50', '07:40');
    const { waiting, service } = hallFigures(
      data({ tickets: [came({ arrivedAt: at('08:00'), state })] }),
      only(),
      later,
    ).total.queue;
    expect([waiting.mostly, service.mostly]).toEqual([0, 0]);
  });
});
