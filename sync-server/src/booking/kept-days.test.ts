import type { Claim, ClaimWrite } from '@amtsstube/shared/domain/appointments/claim';
import { createSlotCalendar } from '@amtsstube/shared/domain/appointments/slot-calendar';
import { unitOf } from '@amtsstube/shared/domain/appointments/unit';
import { type CounterId, counterId } from '@amtsstube/shared/domain/ids';
import { instantOf, localDate, millisecondsOf } from '@amtsstube/shared/domain/time';
import {
  aCounter,
  aRule,
  aService,
  moment,
  rulesOf,
  visitOf,
} from '@amtsstube/shared/fixtures/booking-builders';
import { between, pick, seededRandom } from '@amtsstube/shared/fixtures/random';
import { expect, it } from 'vitest';
import { decide, firstEpoch, otherEpoch, town } from '../store/contract/contract-builders.ts';
import { createMemoryStore } from '../store/memory-store.ts';
import { ClaimsPicture } from './claims-picture.ts';
import { KeptDays } from './kept-days.ts';

const ids = ['1', '2'].map((id) => counterId.parse(id));
const [first, last] = ['2026-11-30', '2026-12-04'].map((on) => localDate.parse(on)) as [never, never];
const opening = moment('2026-11-30T07:00');

function openFrom(hour: string) {
  return rulesOf({
    counters: ids.map((id) =>
      aCounter(id, { openingHours: [1, 2, 3].map((day) => aRule(day, hour, '12:00')) }),
    ),
    services: [aService('a', { counterIds: ids })],
  });
}

it.each([1, 2, 3, 4, 5])('[K3] say what a calendar of all claims says, seed %d', async (seed) => {
  const random = seededRandom(seed);
  const store = createMemoryStore();
  await store.createMunicipality(town, firstEpoch);
  const picture = new ClaimsPicture();
  const days = new KeptDays(picture);
  let rules = openFrom('08:00');
  let now = moment('2026-11-29T12:00');
  const backup = store.exportState(town);
  let listings = 0;
  for (let step = 0; step < 120; step += 1) {
    const kind = random();
    if (kind < 0.5) {
      const from = unitOf(opening) + between(random, 0, 3 * 288);
      const range = { counterId: pick(random, ids), from, to: from + between(random, 1, 6) };
      await store.transact(town, async (tx) => {
        await tx.writeClaims([someWrite(random, range, now)], await decide(tx), now);
      });
    } else if (kind < 0.55) rules = openFrom(pick(random, ['08:00', '09:30']));
    else if (kind < 0.57) store.importState(town, backup, random() < 0.5 ? otherEpoch : firstEpoch);
    // it mostly goes on, and is put back now and then
    else now = instantOf(millisecondsOf(now) + between(random, -2, 20) * 60_000);

    const { calendar, claims } = await store.snapshot(town, async (read) => {
      const change = await picture.bringTo(read, now);
      const all: Claim[] = [...(await read.allClaims(undefined, 10_000))];
      return { calendar: days.calendar(rules, change, now), claims: all };
    });
    const expected = createSlotCalendar(rules, claims, now).freeSlots(visitOf(rules), first, last);
    expect(calendar.freeSlots(visitOf(rules), first, last), `step ${step}`).toEqual(expected);
    listings += expected.length;
  }
  expect(listings).toBeGreaterThan(0);
});

it('a calendar of former rules, asked late, leaves nothing behind', async () => {
  const store = createMemoryStore();
  await store.createMunicipality(town, firstEpoch);
  const picture = new ClaimsPicture();
  const days = new KeptDays(picture);
  const now = moment('2026-11-29T12:00');
  const at = (rules: ReturnType<typeof openFrom>) =>
    store.snapshot(town, async (read) => days.calendar(rules, await picture.bringTo(read, now), now));
  const starts = (calendar: Awaited<ReturnType<typeof at>>, rules: ReturnType<typeof openFrom>) =>
    calendar.freeSlots(visitOf(rules), first, first)[0]?.counters[0]?.starts[0];
  const [before, after] = [openFrom('08:00'), openFrom('09:30')];
  const old = await at(before);
  const fresh = await at(after);
  const early = starts(old, before) ?? Number.NaN;
  expect(starts(fresh, after)).toBe(early + 18);
  expect(starts(await at(after), after)).toBe(early + 18);
});

function someWrite(
  random: () => number,
  range: { counterId: CounterId; from: number; to: number },
  now: ReturnType<typeof moment>,
): ClaimWrite {
  const owner = pick(random, ['a', 'b', 'c']);
  const soon = instantOf(millisecondsOf(now) + between(random, -1, 30) * 60_000);
  if (random() < 0.3) return { does: 'release', ...range, owner, until: soon, fence: 2 };
  const until = random() < 0.5 ? null : soon;
  return { does: 'fill', ...range, state: 'hold', owner, until, fence: 1 };
}
