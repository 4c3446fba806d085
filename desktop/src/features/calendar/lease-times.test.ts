import { defaultBookingSettings } from '@amtsstube/shared/domain/appointments/booking-settings';
import { timeLease } from '@amtsstube/shared/domain/appointments/time-lease';
import type { Visit } from '@amtsstube/shared/domain/appointments/visit';
import { localDate } from '@amtsstube/shared/domain/time';
import { aCounter, aRule, moment, unitAt } from '@amtsstube/shared/fixtures/booking-builders';
import { describe, expect, it } from 'vitest';
import { deskCalendar, firmCalendar, nobodys } from './free-times.ts';
import { leaseOf } from './lease-times.ts';

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
