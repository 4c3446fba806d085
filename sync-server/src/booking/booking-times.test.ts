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
  it('[K3] are those of this moment: anew after a booking, with the time that goes by, and with a clock put back', async () => {
    const times = new BookingTimes(town.core);
    const at = () => times.at(testTown.municipalityId);
    const before = firstOn(await at());
    // somebody takes a time
    const held = await holdAt(town.url, nine);
    expect(held.form.status).toBe(200);
    const taken = firstOn(await at());
    expect(taken).toBeGreaterThan(before ?? Number.NaN);
    // and doesn't come back: it runs out by itself
    clock += 3_600_000;
    expect(firstOn(await at())).toBe(before);
    clock -= 3_600_000;
    expect(firstOn(await at())).toBe(taken);
    // the lead time: what is too soon isn't offered, to the minute
    clock = Date.parse(nine);
    expect(firstOn(await at())).toBeGreaterThan(taken ?? Number.NaN);
  });

  it('count what is to be moved as free', async () => {
    const times = new BookingTimes(town.core);
    const before = firstOn(await times.at(testTown.municipalityId));
    await holdAt(town.url, nine);
    const all = await town.core.store.snapshot(testTown.municipalityId, (read) =>
      read.allClaims(undefined, 10),
    );
    const owner = all.at(0)?.owner ?? '';
    expect(firstOn(await times.at(testTown.municipalityId, owner))).toBe(before);
    expect(firstOn(await times.at(testTown.municipalityId))).not.toBe(before);
  });
});
