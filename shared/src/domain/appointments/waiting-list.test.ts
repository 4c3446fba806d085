import { describe, expect, it } from 'vitest';
import { desk, tuesday } from '../../fixtures/meetings/appointment-acts.ts';
import { testTown, testTownSettings } from '../../fixtures/test-town.ts';
import { testTownCounters } from '../../fixtures/test-town-appointments.ts';
import type { CounterId } from '../ids.ts';
import { type Instant, instant } from '../time.ts';
import type { Booking } from './appointment.ts';
import { defaultBookingSettings } from './booking-settings.ts';
import type { Claim } from './claim.ts';
import { localDay } from './local-day.ts';
import { instantOfUnit, unitOf } from './unit.ts';
import { waiting } from './waiting.ts';
import { nextSteps, offerUntil } from './waiting-list.ts';

const now = instant.parse('2026-11-23T09:00:00.000Z');
const rules = {
  counters: testTownCounters.filter(({ id }) => id === desk),
  services: testTownSettings.filter((each) => each.kind === 'service'),
  booking: defaultBookingSettings,
};

function entry(id: string, changed: object = {}) {
  return waiting.parse({
    id: `waiting-${id}-0123456789`,
    scope: 'all',
    serviceIds: [testTown.serviceId],
    firstOn: '2026-11-24',
    lastOn: '2026-11-24',
    visitor: { name: 'Erika Mustermann', email: 'erika@example.org', phone: '' },
    language: 'de',
    madeAt: `2026-11-20T08:00:0${id.length}.000Z`,
    offers: [],
    ...changed,
  });
}

/** All of the Tuesday is taken, but for these times of twenty minutes. */
function takenBut(...free: readonly Instant[]): readonly Claim[] {
  const { from, to } = localDay('2026-11-24' as never);
  const open = new Set(free.flatMap((at) => [0, 1, 2, 3].map((more) => unitOf(at) + more)));
  return Array.from({ length: to - from }, (_, index) => from + index)
    .filter((unit) => !open.has(unit))
    .map((unit) => ({ counterId: desk, unit, state: 'booked', owner: 'others', until: null, fence: 1 }));
}

interface Given {
  readonly entries: readonly ReturnType<typeof entry>[];
  readonly claims?: readonly Claim[];
  readonly states?: Readonly<Record<string, Booking['state']>>;
  readonly at?: Instant;
}

/** As `offer a 08:00`. */
function said({ entries, claims = takenBut(), states = {}, at = now }: Given): readonly string[] {
  const bookingOf = (id: string) => {
    const state = states[id];
    return state && { state };
  };
  return nextSteps({ entries, bookingOf, rules, claims, now: at }).map((step) =>
    step.does === 'leave'
      ? `leave ${step.of.id.split('-')[1]}`
      : `offer ${step.of.id.split('-')[1]} ${instantOfUnit(step.slot.start).slice(11, 16)}`,
  );
}

const offered = (appointmentId: string, startsAt: Instant, counterId: CounterId = desk) => ({
  appointmentId,
  counterId,
  startsAt,
});
const nine = tuesday('08:00');
const unconfirmed = (expiresAt: string): Booking['state'] => ({
  is: 'unconfirmed',
  expiresAt: instant.parse(expiresAt),
});

describe('[K5] who waits is offered what is free', () => {
  it('in order, each time to one of them, as long as there are any', () => {
    const entries = [entry('ccc'), entry('a'), entry('bb')];
    expect(said({ entries })).toEqual([]);
    expect(said({ entries, claims: takenBut(nine) })).toEqual(['offer a 08:00']);
    expect(said({ entries, claims: takenBut(nine, tuesday('09:00')) })).toEqual([
      'offer a 08:00',
      'offer bb 09:00',
    ]);
  });

  it('on the days that suit her, and for which there is time enough', () => {
    const claims = takenBut(nine);
    expect(said({ entries: [entry('a', { firstOn: '2026-11-26', lastOn: '2026-11-26' })] })).toEqual([
      expect.stringMatching(/^offer a /),
    ]);
    expect(
      said({ entries: [entry('a', { firstOn: '2026-11-22', lastOn: '2026-11-23' })], claims, at: nine }),
    ).toEqual(['leave a']);
    // less than the two hours before it that the web asks for
    expect(said({ entries: [entry('a')], claims, at: tuesday('07:00') })).toEqual([]);
  });

  it('also while it cools, since a list in order hands nothing on', () => {
    const until = instant.parse('2026-11-23T09:20:00.000Z');
    const cooling = [0, 1, 2, 3].map(
      (more): Claim => ({
        counterId: desk,
        unit: unitOf(nine) + more,
        state: 'cooling',
        owner: 'gone',
        until,
        fence: 2,
      }),
    );
    expect(said({ entries: [entry('a')], claims: [...takenBut(nine), ...cooling] })).toEqual([
      'offer a 08:00',
    ]);
  });

  it('nothing else while she is asked; what she lets pass is the next one’s, and never hers again', () => {
    const a = entry('a', { offers: [offered('one', nine)] });
    const entries = [a, entry('bb')];
    const claims = takenBut(nine);
    const states = { one: unconfirmed('2026-11-23T11:00:00.000Z') };
    expect(said({ entries: [a], claims, states })).toEqual([]);
    const later = instant.parse('2026-11-23T11:00:00.001Z');
    expect(said({ entries, claims, states, at: later })).toEqual(['offer bb 08:00']);
    expect(said({ entries: [a], claims, states, at: later })).toEqual([]);
    expect(said({ entries: [a], claims: takenBut(nine, tuesday('09:00')), states, at: later })).toEqual([
      'offer a 09:00',
    ]);
  });

  it('until she has one, also the one before the last, or has let three pass', () => {
    const offers = ['08:00', '08:30', '09:00'].map((time, index) => offered(`o${index}`, tuesday(time)));
    const ran = unconfirmed('2026-11-23T08:00:00.000Z');
    const claims = takenBut(tuesday('10:00'));
    const two = entry('a', { offers: offers.slice(0, 2) });
    expect(said({ entries: [two], claims, states: { o0: ran, o1: ran } })).toEqual(['offer a 10:00']);
    expect(said({ entries: [two], claims, states: { o0: { is: 'booked', at: now }, o1: ran } })).toEqual([
      'leave a',
    ]);
    expect(said({ entries: [entry('a', { offers })], claims, states: { o2: ran } })).toEqual(['leave a']);
  });
});

describe('how long an offer is kept', () => {
  it.each([
    ['2026-11-23T09:00', '2026-11-23T11:00'],
    // from eight in the evening on the time runs from eight in the morning
    ['2026-11-23T19:00', '2026-11-24T09:00'],
    ['2026-11-24T02:00', '2026-11-24T09:00'],
    ['2026-11-23T18:58', '2026-11-23T20:55'],
    // the night in which the clocks go back
    ['2026-10-24T20:00', '2026-10-25T09:00'],
  ])('%s: until %s', (from, until) => {
    const far = instant.parse('2026-12-24T09:00:00.000Z');
    expect(offerUntil(`${from}:00.000Z` as Instant, 120, far)).toBe(`${until}:00.000Z`);
  });

  it('at most until it begins', () => {
    expect(offerUntil(tuesday('07:00'), 120, nine)).toBe(nine);
  });
});
