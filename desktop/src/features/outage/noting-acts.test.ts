import { timeLease } from '@amtsstube/shared/domain/appointments/time-lease';
import { localDate } from '@amtsstube/shared/domain/time';
import {
  aBooking,
  aCounter,
  aRule,
  aService,
  moment,
  rulesOf,
} from '@amtsstube/shared/fixtures/booking-builders';
import { annaBerger } from '@amtsstube/shared/fixtures/test-town';
import { describe, expect, it } from 'vitest';
import { arrivedAct, givenAct, visitAct } from './noting-acts.ts';
import { emptyGiven, emptyVisit, isBlank, withBlank } from './noting-draft.ts';

const counter = aCounter('1', { openingHours: [aRule(1, '08:00', '12:00')] });
/** Monday afternoon, of the morning's sheet. */
const service = aService('pass');
const sheet = {
  counter,
  on: localDate.parse('2026-11-30'),
  now: moment('2026-11-30T14:00'),
  serviceIds: new Set([service.id]),
};
const rules = rulesOf({ counters: [counter], services: [service] });
const lease = timeLease.parse({
  kind: 'time',
  id: 'lease-1',
  scope: 'buergerservice/active',
  departmentId: 'buergerservice',
  counterId: '1',
  on: '2026-12-07',
  clerkId: annaBerger.id,
  deviceId: null,
  grantedAt: sheet.now,
  free: [{ startsAt: moment('2026-12-07T08:00'), endsAt: moment('2026-12-07T08:20') }],
  spent: [],
  fence: 1,
});
const given = { ...emptyGiven(), serviceId: service.id, day: '7.12.2026', clock: '9:00', name: 'Ute Groß' };

describe('[K14] what is on the sheet', () => {
  it('somebody booked was there: when it says so, else when she was booked', () => {
    const booked = aBooking();
    expect(arrivedAct({ came: '', left: '' }, booked, sheet, [], [counter])).toMatchObject({
      act: {
        kind: 'takeTicket',
        payload: {
          way: 'booked',
          appointmentId: booked.id,
          on: sheet.on,
          noted: { counterId: '1', cameAt: booked.startsAt, leftAt: booked.endsAt },
        },
      },
    });
    expect(arrivedAct({ came: '9:20', left: '' }, booked, sheet, [], [counter])).toMatchObject({
      act: { payload: { noted: { cameAt: moment('2026-11-30T08:20'), leftAt: moment('2026-11-30T08:20') } } },
    });
  });

  it('somebody without an appointment was there, to the minute', () => {
    const row = { ...emptyVisit(), serviceId: service.id, came: '903', left: '9:21', remark: ' Hund ' };
    expect(visitAct(row, sheet, [], [counter])).toMatchObject({
      act: {
        kind: 'takeTicket',
        payload: {
          ticketId: row.key,
          way: 'walkIn',
          remark: 'Hund',
          noted: { cameAt: moment('2026-11-30T08:03'), leftAt: moment('2026-11-30T08:21') },
        },
      },
    });
  });

  it.each([
    ['service', { serviceId: null, came: '9:00' }],
    ['service', { serviceId: 'anderswo' as typeof service.id, came: '9:00' }],
    ['came', { came: '' }],
    ['came', { came: '25:00' }],
    ['left', { came: '9:00', left: 'bald' }],
    ['leftBeforeCame', { came: '9:00', left: '8:55' }],
    ['ahead', { came: '16:00' }],
  ] as const)('a visit that can’t be entered says why: %s', (problem, changed) => {
    const row = { ...emptyVisit(), serviceId: service.id, ...changed };
    expect(visitAct(row, sheet, [], [counter])).toEqual({ problem });
  });

  it('a time this PC has ahead is booked for good, any other is a wish', () => {
    expect(givenAct(given, sheet, rules, { own: [lease], others: [] })).toMatchObject({
      act: {
        kind: 'bookLeased',
        payload: {
          leaseId: 'lease-1',
          startsAt: moment('2026-12-07T08:00'),
          freeAt: moment('2026-12-07T08:20'),
        },
      },
    });
    // what is left of it is too short
    expect(
      givenAct({ ...given, clock: '9:05', phone: '1' }, sheet, rules, { own: [lease], others: [] }),
    ).toMatchObject({
      act: { kind: 'noteWish', payload: { untilOn: '2026-12-21' } },
    });
  });

  it.each([
    ['day', { day: '31.2.2026' }],
    ['clock', { clock: '9:03' }],
    ['over', { day: '30.11.2026' }],
    ['service', { serviceId: null }],
    ['name', { name: ' ' }],
    ['phone', { clock: '10:00' }],
    ['notOffered', { serviceId: 'anders' as typeof service.id }],
  ] as const)('an appointment that can’t be entered says why: %s', (problem, changed) => {
    expect(givenAct({ ...given, ...changed }, sheet, rules, { own: [lease], others: [] })).toEqual({
      problem,
    });
  });

  it('a time that another PC has ahead is entered there, where it is firm', () => {
    expect(givenAct(given, sheet, rules, { own: [], others: [lease] })).toEqual({ problem: 'keptElsewhere' });
    const free = givenAct({ ...given, clock: '10:00', phone: '1' }, sheet, rules, {
      own: [],
      others: [lease],
    });
    expect(free).toMatchObject({ act: { kind: 'noteWish' } });
  });

  it('one empty row stays to go on with', () => {
    const blank = emptyVisit();
    expect(withBlank([], blank)).toEqual([blank]);
    const filled = { ...emptyVisit(), came: '9' };
    expect(withBlank([filled], blank)).toEqual([filled, blank]);
    expect(withBlank([filled, blank], emptyVisit())).toEqual([filled, blank]);
    expect(isBlank({ ...blank, remark: ' ' })).toBe(true);
  });
});
