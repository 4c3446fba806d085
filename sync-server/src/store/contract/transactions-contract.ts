import { expect, it } from 'vitest';
import type { Store } from '../store.ts';
import {
  aDocument,
  aGate,
  aLogRow,
  anEffect,
  at,
  decide,
  firstEpoch,
  hashOf,
  otherEpoch,
  otherTown,
  scopeA,
  town,
} from './contract-builders.ts';

/** Who sees what, and what stays of what failed. */
export function transactionsContract(current: () => Store): void {
  it('[S4] a new municipality stands at seq 0 of its epoch, before the first hash', async () => {
    const head = await current().snapshot(town, (read) => read.head());
    expect(head).toEqual({ epoch: firstEpoch, seq: 0, hash: '0'.repeat(64) });
  });

  it('[S7] a restore can set another epoch', async () => {
    await current().transact(town, async (tx) => tx.setHead({ ...(await tx.head()), epoch: otherEpoch }));
    expect(await current().snapshot(town, (read) => read.head())).toMatchObject({ epoch: otherEpoch });
  });

  it('refuses to create a municipality twice, also at the same time', async () => {
    await expect(current().createMunicipality(town, otherEpoch)).rejects.toThrow(/exists/);
    const both = [
      current().createMunicipality(otherTown, firstEpoch),
      current().createMunicipality(otherTown, otherEpoch),
    ];
    expect((await Promise.allSettled(both)).map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(await current().municipalities()).toEqual([otherTown, town]);
    expect(await current().snapshot(otherTown, (read) => read.head())).toMatchObject({ epoch: firstEpoch });
  });

  it('rejects what is asked of a municipality that does not exist', async () => {
    expect(await current().has(otherTown)).toBe(false);
    await expect(current().transact(otherTown, decide)).rejects.toThrow(otherTown);
    await expect(current().snapshot(otherTown, (read) => read.head())).rejects.toThrow(otherTown);
    expect(await current().has(otherTown)).toBe(false);
  });

  it('municipalities never see each other', async () => {
    await current().createMunicipality(otherTown, firstEpoch);
    await current().transact(town, (tx) => decide(tx, (seq) => [aDocument('case-1', seq)]));
    await current().snapshot(otherTown, async (read) => {
      expect((await read.head()).seq).toBe(0);
      expect(await read.document({ collection: 'cases', id: 'case-1' })).toBeUndefined();
      expect(await read.log(0, 10)).toEqual([]);
    });
  });

  it('[S1] many transactions at once run one after another, in the order they came, without a gap', async () => {
    const seqs = await Promise.all(Array.from({ length: 300 }, () => current().transact(town, decide)));
    expect(seqs).toEqual(Array.from({ length: 300 }, (_, index) => index + 1));
    const rows = await current().snapshot(town, (read) => read.log(0, 1000));
    expect(rows.map(({ seq }) => seq)).toEqual(seqs);
  });

  it('[S1] a transaction reads what it wrote itself', async () => {
    await current().transact(town, async (tx) => {
      await decide(tx, (seq) => [aDocument('case-1', seq)]);
      expect(await tx.head()).toEqual({ epoch: firstEpoch, seq: 1, hash: hashOf(1) });
      expect((await tx.document({ collection: 'cases', id: 'case-1' }))?.seq).toBe(1);
      expect((await tx.digest('cases', [scopeA])).count).toBe(1);
    });
  });

  it('[S1] what a transaction throws undoes that one alone: documents, digests, log, devices, outbox', async () => {
    await current().transact(town, (tx) => decide(tx, (seq) => [aDocument('case-1', seq)]));
    const before = await everything(current());
    const results = await Promise.allSettled([
      current().transact(town, async (tx) => {
        await decide(tx, (seq) => [
          aDocument('case-1', seq, { text: 'changed' }),
          aDocument('case-2', seq, { scope: 'b/active' }),
        ]);
        await tx.addEffect(anEffect('2.0'));
        throw new Error('a bug');
      }),
      current().transact(town, async (tx) => (await tx.head()).seq),
    ]);
    expect(results).toMatchObject([
      { status: 'rejected', reason: { message: 'a bug' } },
      { status: 'fulfilled', value: 1 },
    ]);
    expect(await everything(current())).toEqual(before);
  });

  it('[S1] neighbours of one that throws keep what they wrote', async () => {
    const results = await Promise.allSettled([
      current().transact(town, (tx) => decide(tx, (seq) => [aDocument('case-1', seq)])),
      current().transact(town, async (tx) => {
        await decide(tx, (seq) => [aDocument('case-1', seq, { removed: true })]);
        throw new Error('a bug');
      }),
      current().transact(town, (tx) => decide(tx, (seq) => [aDocument('case-2', seq)])),
    ]);
    expect(results.map((result) => (result.status === 'fulfilled' ? result.value : 'thrown'))).toEqual([
      1,
      'thrown',
      2,
    ]);
    const documents = await current().snapshot(town, (read) => read.changes('cases', [scopeA], 0, 10));
    expect(documents).toEqual([aDocument('case-1', 1), aDocument('case-2', 2)]);
  });

  it('[S2] neither a seq nor an opId nor a number of a journal is logged twice', async () => {
    await current().transact(town, (tx) => decide(tx));
    const again = (row: Partial<ReturnType<typeof aLogRow>>) =>
      current().transact(town, (tx) => tx.appendLog({ ...aLogRow(2), ...row }, null));
    await expect(again({ seq: 1 })).rejects.toThrow();
    await expect(again({ opId: aLogRow(1).opId })).rejects.toThrow();
    await expect(again({ n: 1 })).rejects.toThrow();
    await again({ deviceId: null, n: null });
    expect((await current().snapshot(town, (read) => read.log(0, 10))).map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it('[S1] a snapshot sees nothing of a commit that came after its start, and a later one all of it', async () => {
    await current().transact(town, (tx) => decide(tx, (seq) => [aDocument('case-1', seq)]));
    const committed = aGate();
    const started = aGate();
    const old = current().snapshot(town, async (read) => {
      const first = await read.head();
      started.open();
      await committed.passed;
      return { first, second: await contentOf(read) };
    });
    await started.passed;
    await current().transact(town, (tx) =>
      decide(tx, (seq) => [aDocument('case-1', seq, { text: 'changed' }), aDocument('case-2', seq)]),
    );
    committed.open();
    const { first, second } = await old;
    expect(first.seq).toBe(1);
    expect(second).toMatchObject({
      head: { seq: 1 },
      documents: [aDocument('case-1', 1)],
      digest: { count: 1 },
    });
    const now = await current().snapshot(town, contentOf);
    expect(now).toMatchObject({
      head: { seq: 2 },
      documents: [
        { id: 'case-1', seq: 2 },
        { id: 'case-2', seq: 2 },
      ],
    });
  });

  it('[S1] no snapshot sees half of a transaction', async () => {
    const seen = new Set<string>();
    const look = async () => {
      const { head, documents, log } = await current().snapshot(town, contentOf);
      seen.add([head.seq, log.length, ...documents.map(({ seq }) => seq)].join(' '));
    };
    const write = () =>
      current().transact(town, (tx) =>
        decide(tx, (seq) => [aDocument('left', seq), aDocument('right', seq)]),
      );
    await write();
    await Promise.all(Array.from({ length: 60 }, () => [write().then(look), look()]).flat());
    expect(seen).toContain('61 61 61 61');
    for (const numbers of seen) expect(new Set(numbers.split(' ')).size, numbers).toBe(1);
  });
}

type Reader = Parameters<Parameters<Store['snapshot']>[1]>[0];

async function contentOf(read: Reader) {
  return {
    head: await read.head(),
    documents: await read.allDocuments('cases', '', 100),
    digest: await read.digest('cases', [scopeA]),
    other: await read.digest('cases', ['b/active']),
    log: await read.log(0, 1000),
    payload: await read.payload(aLogRow(2).opId),
    outbox: await read.dueEffects(at(59), 100),
  };
}

function everything(store: Store) {
  return store.snapshot(town, contentOf);
}
