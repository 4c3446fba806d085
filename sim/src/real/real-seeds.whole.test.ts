import { keyOf, ref } from '@amtsstube/shared/domain/documents';
import { replicatedCollections } from '@amtsstube/shared/replication/collections';
import { afterEach, describe, expect, it } from 'vitest';
import { RealTown } from './real-town.ts';

const allOf = (generation: number) =>
  Object.fromEntries(replicatedCollections.map((collection) => [collection, generation]));

/**
 * What the simulation shows on memory, shown on SQLite and RxDB: the same modules, the same workload, the same oracle.
 * The seed decides who does what; when it happens is up to real timers, threads and IndexedDB, so a run can't be
 * repeated to the byte. RxDB's free edition opens 13 collections per process: one RxDB desk at a time.
 */
describe('on real storages', () => {
  let opened: RealTown | undefined;
  afterEach(() => opened?.close());
  const begin = async (seed: number) => {
    opened = undefined;
    opened = await RealTown.begin(seed);
    return opened;
  };

  it.each([1, 2])('[J2] [S2] [L4] cut lines, a crash of desk and server, seed %i', async (seed) => {
    const town = await begin(seed);
    const { bernd, anna, server } = town;
    for (const desk of town.desks) desk.line.lostAnswers = 0.2;
    await town.work(15);
    bernd.line.isCut$.next(true);
    await town.work(25);
    await town.note(bernd);
    expect(bernd.journal?.open).not.toEqual([]);
    bernd.line.isCut$.next(false);
    // in the middle of writing, of handing over and of fetching
    bernd.desk?.syncNow();
    const cutShort = [town.act(bernd), town.act(anna)];
    const serverUp = server.crash();
    const deskOff = bernd.crash();
    await Promise.all([...cutShort, serverUp, deskOff]);
    await bernd.start();
    await town.work(10);
    await town.end();
    expect(bernd.generations()).toEqual(allOf(1));
  });

  it.each([3, 4])('[S7] [L8] the server is restored while work is open, seed %i', async (seed) => {
    const town = await begin(seed);
    const { bernd, server } = town;
    await town.work(10);
    const backup = server.backup();
    const before = bernd.journal?.epoch;
    await town.work(15);
    await town.note(bernd);
    // decided by the server that will be no more
    for (const desk of town.desks) await desk.handedOver();
    const receipted = bernd.saved.at(-1);
    bernd.line.isCut$.next(true);
    await town.work(10);
    await town.note(bernd);
    expect(bernd.journal?.open).not.toEqual([]);
    const restored = await server.restore(backup);
    const isKnown = () =>
      server.store.snapshot(server.municipality, async (read) =>
        receipted === undefined ? undefined : read.logByOpId(receipted),
      );
    expect(await isKnown()).toBeUndefined();
    expect(restored).not.toBe(before);
    await town.work(5);
    await town.end();
    expect(await isKnown()).toBeDefined();
    for (const desk of town.desks) {
      expect(desk.journal?.epoch).toBe(restored);
      expect(desk.desk?.cache.copy.epoch).toBe(restored);
      expect(desk.generations()).toEqual(allOf(2));
    }
    expect(await town.indexedDB.count('cases', 1)).toBe(0);
  });

  it.each([
    ['gone', 'lose', 5],
    ['old', 'age', 8],
  ] as const)(
    '[L7] [S8] a document in the database is %s: the digest finds it, built anew beside',
    async (_, harm, seed) => {
      const town = await begin(seed);
      const { bernd, random } = town;
      await town.work(10);
      for (const desk of town.desks) await desk.handedOver();
      await bernd.compared();
      const lost = random.pick(
        [...(bernd.replica('cases')?.keys() ?? [])].filter((id) => id !== town.tallies[0]),
      );
      if (lost === undefined) throw new Error('nothing to lose');
      const seqBefore = bernd.replica('cases')?.get(lost)?.seq ?? 0;
      await bernd.crash();
      await town.indexedDB[harm]('cases', 1, lost);
      bernd.holes += 1;
      bernd.line.isCut$.next(true);
      await bernd.start();
      const read = async () =>
        (await bernd.desk?.cache.copy.get([ref('cases', lost)]))?.get(keyOf(ref('cases', lost)))?.seq;
      expect(await read()).toBe(harm === 'lose' ? undefined : seqBefore - 1);
      // by himself: a colleague's change of that very case would bring it back without a comparison
      await town.work(10, [bernd]);
      await town.end();
      expect(await read()).toBeGreaterThanOrEqual(seqBefore);
      expect(bernd.rebuilds).toBe(1);
      expect(bernd.generations()).toEqual({ ...allOf(1), cases: 2 });
      expect(await town.indexedDB.count('cases', 1)).toBe(0);
      // a case that was moved to another department since lies there as removed
      expect(await town.indexedDB.count('cases', 2)).toBeGreaterThanOrEqual(
        bernd.replica('cases')?.size ?? Number.POSITIVE_INFINITY,
      );
    },
  );
});
