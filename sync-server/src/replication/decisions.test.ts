import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ref } from '@amtsstube/shared/domain/documents';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  aDocument,
  aLogRow,
  device,
  firstEpoch,
  hashOf,
  otherDevice,
  scopeA,
  scopeB,
  town,
} from '../store/contract/contract-builders.ts';
import { createMemoryStore } from '../store/memory-store.ts';
import { openSqliteStore } from '../store/sqlite-store.ts';
import type { Store, StoredDocument } from '../store/store.ts';
import { decisionsSince } from './decisions.ts';

describe.each([
  ['memory', async () => createMemoryStore()],
  ['SQLite', async (directory: string) => openSqliteStore({ directory })],
] as const)('decisionsSince on the %s store', (_name, open) => {
  let directory: string;
  let store: Store;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'amtsstube-decisions-'));
    store = await open(directory);
    await store.createMunicipality(town, firstEpoch);
  });
  afterEach(async () => {
    await store.close();
    await rm(directory, { recursive: true });
  });

  /** A decision of `by` that wrote these documents. */
  const write = (documents: (seq: number) => readonly StoredDocument[], by = device) =>
    store.transact(town, async (tx) => {
      const head = await tx.head();
      const seq = head.seq + 1;
      const written = documents(seq);
      for (const document of written) await tx.putDocument(document);
      const touched: Ref[] = written.map(({ collection, id }) => ({ collection, id }));
      await tx.appendLog(aLogRow(seq, { deviceId: by, n: seq, touched }), {});
      await tx.setHead({ ...head, seq, hash: hashOf(seq) });
    });
  const since = (firstOpen: number, ...scopes: string[]) =>
    store.snapshot(town, (read) => decisionsSince(read, device, firstOpen, scopes));
  const seen = ({ collection, id, seq, document }: StoredDocument) => ({ collection, id, seq, document });

  it('[S6] touched documents come as they are now, with their own seq', async () => {
    await write((seq) => [aDocument('a', seq), aDocument('b', seq)]);
    await write((seq) => [aDocument('a', seq, { text: 'von einer anderen geändert' })], otherDevice);
    const { receipts, documents } = await since(1, scopeA);
    expect(receipts.map(({ seq }) => seq)).toEqual([1]);
    expect(documents).toEqual([
      seen(aDocument('a', 2, { text: 'von einer anderen geändert' })),
      seen(aDocument('b', 1)),
    ]);
  });

  it('[S6] a document touched by several decisions comes once, a removed one as removed', async () => {
    await write((seq) => [aDocument('a', seq), aDocument('b', seq)]);
    await write((seq) => [aDocument('a', seq, { text: 'neuer' })]);
    await write((seq) => [aDocument('b', seq, { removed: true })]);
    expect((await since(1, scopeA)).documents).toEqual([
      seen(aDocument('a', 2, { text: 'neuer' })),
      seen(aDocument('b', 3, { removed: true })),
    ]);
  });

  it('[S9] [S6] what lies outside the desk’s scopes comes as in a pull: not at all, or as gone since it left; its receipt stands', async () => {
    await write((seq) => [aDocument('a', seq), aDocument('b', seq, { scope: scopeB })]);
    const { receipts, documents } = await since(1, 'all', scopeA);
    expect(receipts).toHaveLength(1);
    expect(documents).toEqual([seen(aDocument('a', 1))]);
    // moved away by another, and written there: nothing of what it is there comes back, and its version is the pull's
    await write((seq) => [aDocument('a', seq, { scope: scopeB })], otherDevice);
    await write((seq) => [aDocument('a', seq, { scope: scopeB, text: 'dort geheim' })], otherDevice);
    const gone = await since(1, 'all', scopeA);
    expect(gone.documents).toEqual([seen(aDocument('a', 2, { removed: true }))]);
    const pulled = await store.snapshot(town, (read) => read.changes('cases', ['all', scopeA], 0, 10));
    expect(pulled.map(seen)).toEqual(gone.documents);
    expect((await since(1)).documents).toEqual([]);
  });

  it('[S5] all decisions of this device come from the first open one on, and no other device’s', async () => {
    for (let n = 0; n < 4; n += 1)
      await write((seq) => [aDocument(`a${seq}`, seq)], n === 2 ? otherDevice : device);
    const { receipts, documents } = await since(2, scopeA);
    expect(receipts.map(({ n }) => n)).toEqual([2, 4]);
    expect(documents.map(({ id }) => id)).toEqual(['a2', 'a4']);
  });

  it('what never leaves the server is in no receipt’s documents', async () => {
    await write((seq) => [aDocument('t', seq, { collection: 'trackings' }), aDocument('a', seq)]);
    expect((await since(1, scopeA)).documents.map(({ collection }) => collection)).toEqual(['cases']);
  });
});
