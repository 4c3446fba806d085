import { describe, expect, it } from 'vitest';
import { aDocument, decide, firstEpoch, otherEpoch, scopeA, town } from './contract/contract-builders.ts';
import { createMemoryStore } from './memory-store.ts';
import { StoreUnavailable } from './store.ts';
import { describeStoreContract } from './store-contract.ts';

describeStoreContract('memory store', async () => {
  const store = createMemoryStore();
  return { store, close: () => store.close() };
});

describe('memory store, crash and restore', () => {
  async function withOneCase() {
    const store = createMemoryStore();
    await store.createMunicipality(town, firstEpoch);
    await store.transact(town, (tx) => decide(tx, (seq) => [aDocument('case-1', seq)]));
    return store;
  }

  it('[S7] an exported state is not touched by what follows, and can be put back with a new epoch', async () => {
    const store = await withOneCase();
    const backup = store.exportState(town);
    await store.transact(town, (tx) => decide(tx, (seq) => [aDocument('case-1', seq, { removed: true })]));
    await store.transact(town, (tx) => decide(tx, (seq) => [aDocument('case-2', seq)]));
    store.importState(town, backup, otherEpoch);
    await store.snapshot(town, async (read) => {
      expect(await read.head()).toMatchObject({ epoch: otherEpoch, seq: 1 });
      expect(await read.changes('cases', [scopeA], 0, 10)).toEqual([aDocument('case-1', 1)]);
      expect(await read.digest('cases', [scopeA])).toMatchObject({ count: 1, newest: 1 });
    });
    expect(await store.transact(town, decide)).toBe(2);
  });

  it('[S7] what was under way when the state was put back rejects and leaves nothing', async () => {
    const store = await withOneCase();
    const backup = store.exportState(town);
    const underWay = [store.transact(town, decide), store.transact(town, decide)];
    await Promise.resolve();
    store.importState(town, backup);
    for (const result of await Promise.allSettled(underWay)) {
      expect(result).toMatchObject({ status: 'rejected', reason: expect.any(StoreUnavailable) });
    }
    expect(await store.snapshot(town, (read) => read.head())).toMatchObject({ epoch: firstEpoch, seq: 1 });
  });

  it('[S3] a commit that fails leaves nothing', async () => {
    let isFull = false;
    const store = createMemoryStore({
      beforeCommit: () => {
        if (isFull) throw new StoreUnavailable('disk full');
      },
    });
    await store.createMunicipality(town, firstEpoch);
    isFull = true;
    const failing = store.transact(town, (tx) => decide(tx, (seq) => [aDocument('case-1', seq)]));
    await expect(failing).rejects.toThrow('disk full');
    isFull = false;
    expect(await store.transact(town, decide)).toBe(1);
    expect(await store.snapshot(town, (read) => read.changes('cases', [scopeA], 0, 10))).toEqual([]);
  });
});
