import { unitOf } from '@amtsstube/shared/domain/appointments/unit';
import { counterId } from '@amtsstube/shared/domain/ids';
import { beforeEach, expect, it } from 'vitest';
import { at, decide, firstEpoch, otherEpoch, town } from '../store/contract/contract-builders.ts';
import { createMemoryStore, type MemoryStore } from '../store/memory-store.ts';
import { ClaimsPicture } from './claims-picture.ts';

const counter = counterId.parse('counter-1');
const now = at(0);
const start = unitOf(now);
let store: MemoryStore;
let picture: ClaimsPicture;
beforeEach(async () => {
  store = createMemoryStore();
  await store.createMunicipality(town, firstEpoch);
  picture = new ClaimsPicture();
});

function claim(owner: string, from: number, to: number): Promise<void> {
  return store.transact(town, async (tx) => {
    const seq = await decide(tx);
    const row = { state: 'booked', owner, until: null, fence: 1 } as const;
    await tx.writeClaims([{ does: 'take', counterId: counter, from, to, ...row }], seq, now);
  });
}
const seen = (moment = now) =>
  store.snapshot(town, async (read) => {
    await picture.bringTo(read, moment);
    return [...picture.claims()].map(({ unit, owner }) => `${unit - start} ${owner}`).toSorted();
  });

it('[K3] is what the store has, however it came there', async () => {
  await claim('past', start - 9, start - 7);
  await claim('a', start + 1, start + 3);
  expect(await seen()).toEqual(['1 a', '2 a']);
  await claim('b', start + 5, start + 6);
  expect(await seen()).toEqual(['1 a', '2 a', '5 b']);
  expect(await seen()).toEqual(['1 a', '2 a', '5 b']);
});

it('[S7] is drawn anew where the server was restored, noticed or not', async () => {
  await claim('a', start + 1, start + 2);
  const backup = store.exportState(town);
  await claim('b', start + 2, start + 3);
  expect(await seen()).toEqual(['1 a', '2 b']);
  store.importState(town, backup);
  expect(await seen()).toEqual(['1 a']);
  store.importState(town, backup, otherEpoch);
  await claim('c', start + 3, start + 4);
  expect(await seen()).toEqual(['1 a', '3 c']);
});

it('follows a clock that is put back', async () => {
  await claim('a', start + 1, start + 2);
  expect(await seen(at(60))).toEqual([]);
  expect(await seen()).toEqual(['1 a']);
});
