import type { Claim, ClaimWrite } from '@amtsstube/shared/domain/appointments/claim';
import { counterId } from '@amtsstube/shared/domain/ids';
import { expect, it } from 'vitest';
import type { Store, StoredClaim } from '../store.ts';
import { at, town } from './contract-builders.ts';

const one = counterId.parse('counter-1');
const other = counterId.parse('counter-2');

type Take = Extract<ClaimWrite, { does: 'take' | 'fill' }>;
type Release = Extract<ClaimWrite, { does: 'release' }>;
const take = (owner: string, from: number, to: number, given: Partial<Omit<Take, 'does'>> = {}): Take => ({
  does: 'take',
  counterId: one,
  from,
  to,
  state: 'booked',
  owner,
  until: null,
  fence: 1,
  ...given,
});
const release = (owner: string, from: number, to: number, minutes: number): Release => ({
  does: 'release',
  counterId: one,
  from,
  to,
  owner,
  until: at(minutes),
  fence: 2,
});

/** Who owns which unit of a counter's time (K1, K2). */
export function claimsContract(current: () => Store): void {
  let seq = 0;
  /** Each is a transaction of its own, decided so many minutes after the first. */
  const write = (minutes: number, ...writes: readonly ClaimWrite[]) => {
    seq += 1;
    return current().transact(town, (tx) => tx.writeClaims(writes, seq, at(minutes)));
  };
  const rows = (from = 0, to = 1000, counter: Claim['counterId'] = one) =>
    current().snapshot(town, (read) => read.claims({ counterId: counter, from, to }));
  const owners = async () => (await rows()).map(({ unit, owner, state }) => `${unit} ${owner} ${state}`);

  it('[K1] whoever has the row has the time: the second gets nothing at all', async () => {
    expect(await write(0, take('a', 10, 13))).toBe(true);
    expect(await write(0, take('b', 12, 15))).toBe(false);
    expect(await owners()).toEqual(['10 a booked', '11 a booked', '12 a booked']);
    // half-open, and another counter's time is another time
    expect(await write(0, take('b', 13, 14), take('b', 10, 11, { counterId: other }))).toBe(true);
    expect(await rows(0, 1000, other)).toEqual([
      { counterId: other, unit: 10, state: 'booked', owner: 'b', until: null, fence: 1, seq },
    ]);
  });

  it('[K2] what has run out may be taken over, and not a moment before', async () => {
    await write(0, take('a', 10, 12, { state: 'hold', until: at(10) }));
    expect(await write(10, take('b', 11, 13))).toBe(false);
    expect(await write(11, take('b', 11, 13))).toBe(true);
    expect(await owners()).toEqual(['10 a hold', '11 b booked', '12 b booked']);
  });

  it('[K4] its owner may always go on with it, in another state', async () => {
    await write(0, take('a', 10, 12, { state: 'hold', until: at(10) }));
    expect(await write(30, take('a', 10, 12, { fence: 2 }))).toBe(true);
    expect(await rows()).toMatchObject([
      { state: 'booked', until: null, fence: 2 },
      { state: 'booked', until: null, fence: 2 },
    ]);
  });

  it('[K5] a release cools what the owner has, and nothing else', async () => {
    await write(0, take('a', 10, 12), take('b', 12, 13));
    await write(1, release('a', 9, 20, 31));
    expect(await owners()).toEqual(['10 a cooling', '11 a cooling', '12 b booked']);
    expect(await write(31, take('c', 10, 12))).toBe(false);
    expect(await write(32, take('c', 10, 12))).toBe(true);
  });

  it('fills what is free and leaves the rest', async () => {
    await write(0, take('a', 10, 11), take('b', 12, 13, { state: 'hold', until: at(5) }));
    expect(await write(6, { ...take('block', 9, 14, { state: 'blocked' }), does: 'fill' })).toBe(true);
    expect(await owners()).toEqual([
      '9 block blocked',
      '10 a booked',
      '11 block blocked',
      '12 block blocked',
      '13 block blocked',
    ]);
  });

  it('several writes are all done or none, and a transaction that goes on after that is whole', async () => {
    await write(0, take('a', 10, 12), take('b', 20, 21));
    await current().transact(town, async (tx) => {
      expect(await tx.writeClaims([release('a', 10, 12, 5), take('a', 19, 22)], 7, at(1))).toBe(false);
      expect(await tx.writeClaims([release('a', 10, 12, 5), take('a', 18, 20)], 7, at(1))).toBe(true);
    });
    expect(await owners()).toEqual([
      '10 a cooling',
      '11 a cooling',
      '18 a booked',
      '19 a booked',
      '20 b booked',
    ]);
  });

  it('what a transaction claimed goes with it', async () => {
    const failing = current().transact(town, async (tx) => {
      await tx.writeClaims([take('a', 10, 12)], 1, at(0));
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await owners()).toEqual([]);
  });

  it('is read by decision, and as a whole in order', async () => {
    await write(0, take('a', 10, 12), take('a', 9, 11, { counterId: other }));
    const first = seq;
    await write(0, take('a', 11, 13));
    const found = await current().snapshot(town, async (read) => ({
      first: await read.claimsOf(first),
      all: await read.allClaims(undefined, 3),
      rest: await read.allClaims({ counterId: one, unit: 12 }, 3),
      none: await read.claimsOf(first + 100),
      since: await read.claimsSince(first, 11),
      later: await read.claimsSince(first, 12),
    }));
    const places = (claims: readonly StoredClaim[]) =>
      claims.map(({ counterId: counter, unit }) => `${counter} ${unit}`);
    expect(places(found.first)).toEqual(['counter-1 10', 'counter-2 9', 'counter-2 10']);
    expect(places(found.all)).toEqual(['counter-1 10', 'counter-1 11', 'counter-1 12']);
    expect(places(found.rest)).toEqual(['counter-2 9', 'counter-2 10']);
    expect(found.none).toEqual([]);
    expect(places(found.since).toSorted()).toEqual(['counter-1 11', 'counter-1 12']);
    expect(places(found.later)).toEqual(['counter-1 12']);
  });

  it('[S7] as a mirror has them: a later decision’s stay', async () => {
    const claim: StoredClaim = {
      counterId: one,
      unit: 10,
      state: 'booked',
      owner: 'a',
      until: null,
      fence: 1,
      seq: 5,
    };
    await current().transact(town, async (tx) => {
      await tx.putClaims([claim, { ...claim, unit: 11, seq: 4 }]);
      await tx.putClaims([
        { ...claim, owner: 'older', seq: 4 },
        { ...claim, unit: 11, owner: 'newer', seq: 6 },
      ]);
    });
    expect(await owners()).toEqual(['10 a booked', '11 newer booked']);
  });

  it('[K1] of many at once for the same time exactly one has it', async () => {
    const had = await Promise.all(
      Array.from({ length: 50 }, (_, index) => write(0, take(`p${index}`, 100 + (index % 3), 106))),
    );
    expect(had.filter(Boolean)).toHaveLength(1);
    expect(new Set((await rows()).map(({ owner }) => owner)).size).toBe(1);
  });
}
