import { defaultBookingSettings } from '@amtsstube/shared/domain/appointments/booking-settings';
import { timeLease } from '@amtsstube/shared/domain/appointments/time-lease';
import type { Visit } from '@amtsstube/shared/domain/appointments/visit';
import { localDate } from '@amtsstube/shared/domain/time';
import {
  aBooking,
  aCounter,
  aRule,
  aService,
  moment,
  unitAt,
} from '@amtsstube/shared/fixtures/booking-builders';
import { describe, expect, it } from 'vitest';
import { deskCalendar, firmCalendar, nearestTo, nobodys, whyNotThere } from './free-times.ts';
import { leaseForMove, leaseOf } from './lease-times.ts';

const now = moment('2026-11-30T06:00');
const monday = localDate.parse('2026-11-30');
const counter = aCounter('1', { openingHours: [aRule(1, '09:00', '11:00')] });
const rules = { counters: [counter], services: [], booking: defaultBookingSettings };
const visit = {
  audience: 'desk',
  visitUnits: 6,
  units: 6,
  counterIds: new Set([counter.id]),
  leadMinutes: 0,
  horizonDays: 30,
  serviceIds: [],
} as Visit;
const lease = (from: string, to: string) =>
  timeLease.parse({
    kind: 'time',
    id: 'l',
    scope: 'd/active',
    departmentId: 'd',
    counterId: counter.id,
    on: monday,
    clerkId: 'bernd',
    deviceId: 'pc',
    grantedAt: now,
    free: [{ startsAt: moment(`2026-11-30T${from}`), endsAt: moment(`2026-11-30T${to}`) }],
    spent: [],
    fence: 1,
  });
const half = lease('08:30', '09:30');
const startsOf = (calendar: ReturnType<typeof deskCalendar>) =>
  calendar
    .freeSlots(visit, monday, monday)
    .flatMap(({ counters }) => counters.flatMap(({ starts }) => starts));
const at = (clock: string) => ({ counterId: counter.id, start: unitAt(`2026-11-30T${clock}`) });

describe('[K8] times of a desk that has some ahead', () => {
  it('are within its lease or outside of it, never across', () => {
    const calendar = deskCalendar(rules, [], now, undefined, { own: [half], others: [] });
    expect(calendar.whyNot(visit, at('08:00'))).toBeUndefined();
    expect(calendar.whyNot(visit, at('08:15'))).toBe('taken');
    expect(calendar.whyNot(visit, at('08:30'))).toBeUndefined();
    expect(calendar.whyNot(visit, at('09:00'))).toBeUndefined();
    expect(calendar.whyNot(visit, at('09:15'))).toBe('taken');
    for (const start of startsOf(calendar))
      expect(calendar.whyNot(visit, { counterId: counter.id, start })).toBeUndefined();
    expect(startsOf(calendar)).toHaveLength(1 + 7 + 1);
  });

  it('of another desk are taken', () => {
    const calendar = deskCalendar(rules, [], now, undefined, { own: [], others: [half] });
    expect(calendar.whyNot(visit, at('08:30'))).toBe('taken');
    expect(startsOf(calendar)).toEqual([at('08:00').start, at('09:30').start]);
  });

  it('of any desk are none for who is moved or waits: the server books those', () => {
    const calendar = deskCalendar(rules, [], now, undefined, nobodys({ own: [half], others: [] }));
    expect(calendar.whyNot(visit, at('08:30'))).toBe('taken');
    expect(startsOf(calendar)).toEqual([at('08:00').start, at('09:30').start]);
  });

  it('without a line are those of its lease alone', () => {
    const calendar = firmCalendar(rules, [], now, { own: [half], others: [] });
    expect(startsOf(calendar)).toHaveLength(7);
    expect(calendar.whyNot(visit, at('08:00'))).toBe('taken');
    expect(leaseOf([half], visit, at('09:00'))).toBe(half);
    expect(leaseOf([half], visit, at('09:15'))).toBeUndefined();
  });
});

describe('[K12] moving without a line', () => {
  const booked = aBooking({
    startsAt: moment('2026-11-30T08:30'),
    endsAt: moment('2026-11-30T08:45'),
    freeAt: moment('2026-11-30T08:50'),
  });
  const rest = {
    ...half,
    free: [{ startsAt: moment('2026-11-30T08:50'), endsAt: moment('2026-11-30T09:30') }],
  };
  const own = {
    ...rest,
    spent: [{ appointmentId: booked.id, startsAt: booked.startsAt, endsAt: booked.freeAt }],
  };
  const to = (text: string) => ({ counterId: counter.id, start: unitAt(`2026-11-30T${text}`) });
  const known = (lease: typeof half) => ({
    rules: { ...rules, services: [aService('pass')] },
    appointments: [booked],
    leases: { own: [lease], others: [] },
    isOffline: true,
  });
  const whyNot = (lease: typeof half, text: string) =>
    whyNotThere(known(lease), now, { moved: booked, to: to(text), minutes: 15 });

  it('goes into its own times alone, the buffer too, and over the own time where that is one of them', () => {
    expect(whyNot(rest, '09:00')).toBeUndefined();
    expect(whyNot(rest, '09:30')).toBe('needsServer');
    expect(whyNot(own, '08:35')).toBeUndefined();
    expect(leaseForMove([own], booked, to('08:35'), 15)?.id).toBe('l');
    expect(leaseForMove([rest], booked, to('08:35'), 15)).toBeUndefined();
    expect(leaseForMove([rest], booked, to('09:15'), 15)).toBeUndefined();
  });

  it('names what can’t be at all before what needs the server, and of the free times its own alone', () => {
    expect(whyNot(rest, '07:00')).toBe('closed');
    const near = nearestTo(known(rest), now, { moved: booked, to: to('08:00'), minutes: 15 });
    expect(near.map(({ start }) => start)).toEqual(['08:50', '08:55', '09:00'].map((text) => to(text).start));
  });

  it('is the server’s alone for who hasn’t confirmed', () => {
    const unconfirmed = aBooking({ state: { is: 'unconfirmed', expiresAt: moment('2026-12-01T08:00') } });
    expect(leaseForMove([rest], unconfirmed, to('09:00'), 15)).toBeUndefined();
  });
});
