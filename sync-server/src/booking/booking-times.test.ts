import { planVisit } from '@amtsstube/shared/domain/appointments/visit';
import { instantOf, localDate } from '@amtsstube/shared/domain/time';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holdAt, oneCounter } from '../citizen/appointments/test-booking.ts';
import { startTestTown, type TestTownServer } from '../start-server-test-town.ts';
import { BookingTimes, type TownTimes } from './booking-times.ts';

/** A Monday, half a second past 8 o'clock here. */
const monday = Date.parse('2026-11-23T07:00:00.500Z');
const tuesday = localDate.parse('2026-11-24');
const nine = '2026-11-24T08:00:00.000Z';

let town: TestTownServer;
let clock = monday;

beforeEach(async () => {
  clock = monday;
  town = await startTestTown({}, { now: () => instantOf(clock) });
});
afterEach(() => town.close());

function firstOn({ rules, calendar }: TownTimes): number | undefined {
  const plan = planVisit(rules, [oneCounter as never], 'web');
  if (!plan.possible) throw new Error(plan.why);
  return calendar.freeSlots(plan.visit, tuesday, tuesday)[0]?.counters[0]?.starts[0];
}

describe('the times of a town, for listings', () => {
  it('[K3] are worked out once for all who look in the same moment, and anew as soon as anything is another', async () => {
    const times = new BookingTimes(town.core);
    const at = () => times.at(testTown.municipalityId);
    const first = await at();
    clock += 900;
    expect((await at()).calendar).toBe(first.calendar);
    // what ran out is missed for a second at most
    clock += 200;
    const later = await at();
    expect(later.calendar).not.toBe(first.calendar);
    // somebody takes a time
    const before = firstOn(later);
    expect((await holdAt(town.url, nine)).form.status).toBe(200);
    const taken = await at();
    expect([taken.now, firstOn(taken)]).not.toEqual([later.now, before]);
    expect(firstOn(taken)).toBeGreaterThan(before ?? Number.NaN);
    // lead times are whole minutes: with the next one begins what is too soon
    clock = Date.parse('2026-11-23T07:01:59.900Z');
    const last = await at();
    clock += 200;
    expect((await at()).calendar).not.toBe(last.calendar);
    // a clock that was put back
    clock -= 300;
    expect((await at()).calendar).not.toBe(last.calendar);
  });
});
