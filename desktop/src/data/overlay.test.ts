import type { Actor } from '@amtsstube/shared/domain/actor';
import type { Case, Dossier } from '@amtsstube/shared/domain/case';
import { type AnyDocument, keyOf } from '@amtsstube/shared/domain/documents';
import { caseId, opId } from '@amtsstube/shared/domain/ids';
import { aCase, aDossier } from '@amtsstube/shared/fixtures/builders';
import { annaBerger, berndKrueger, testTown } from '@amtsstube/shared/fixtures/test-town';
import type { DeskOperation } from '@amtsstube/shared/operations/operation';
import { replicatedCollections } from '@amtsstube/shared/replication/collections';
import type { Receipt, VersionedDocument } from '@amtsstube/shared/replication/messages';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MemoryDisk } from '../host/memory-disk.ts';
import { createMemoryHost } from '../host/memory-host.ts';
import type { Cache } from './cache/cache.ts';
import { ContractSource } from './cache/contract-source.ts';
import { MemoryCacheDisk, openMemoryStorage } from './cache/memory-storage.ts';
import { openCache } from './cache/replicated-cache.ts';
import { keyFileLength, webCipher } from './journal/cipher.ts';
import { type Journal, openJournal } from './journal/journal.ts';
import { createOverlay, type Overlay } from './overlay.ts';
import { readAlong } from './overlay-view.ts';
import { TestEnvironment } from './test-environment.ts';

const id = caseId.parse('case-1');
const environment = new TestEnvironment();
const { departmentIds } = berndKrueger;
const bernd: Actor = { kind: 'clerk', clerkId: berndKrueger.id, role: 'clerk', departmentIds };

let source: ContractSource;
let cache: Cache;
let journal: Journal;
let overlay: Overlay;
let reported: unknown[];
/** Awaited before each read and write of the copy. */
let beforeRead: () => Promise<void>;

beforeEach(async () => {
  source = new ContractSource();
  beforeRead = async () => undefined;
  const storage = openMemoryStorage(new MemoryCacheDisk(), {
    pause: () => beforeRead(),
    writeFails: () => false,
  });
  cache = await openCache(storage, source);
  journal = await openJournal({
    files: createMemoryHost(new MemoryDisk()).journals,
    cipher: await webCipher(environment.randomBytes(keyFileLength)),
    environment,
    identity: { municipalityId: testTown.municipalityId, clerkId: berndKrueger.id },
  });
  reported = [];
  overlay = createOverlay(journal, cache, bernd, (error) => reported.push(error));
});
afterEach(() => overlay.close());

/** Both halves of case-1 as the server has them at `seq`. */
function atServer(
  seq: number,
  changed: Partial<Case> = {},
  notes: readonly string[] = [],
): VersionedDocument[] {
  const submitted = aDossier().events;
  const events: Dossier['events'] = [
    ...submitted,
    ...notes.map((text) => ({
      kind: 'note' as const,
      opId: opId.parse(`op-${text}`),
      at: environment.now(),
      byId: berndKrueger.id,
      text,
    })),
  ];
  const caseRecord = aCase({ eventCount: events.length, ...changed });
  return [
    { collection: 'cases', id, seq, document: caseRecord },
    { collection: 'dossiers', id, seq, document: aDossier({ events }) },
  ];
}

async function arrive(...versions: VersionedDocument[]): Promise<void> {
  source.changes(...versions);
  expect(await cache.pull(replicatedCollections)).toBe('complete');
  await overlay.refresh();
}

async function append(kind: string, payload: object): Promise<DeskOperation> {
  const operation = await journal.append({
    opId: opId.parse(environment.newId()),
    kind,
    v: 1,
    payload: { caseId: id, ...payload },
    at: environment.now(),
  });
  await overlay.refresh();
  return operation;
}

const note = (text: string) => append('addNote', { text });

async function decided(operation: DeskOperation, seq: number, documents: VersionedDocument[]): Promise<void> {
  const result: Receipt['result'] = { decided: 'accepted' };
  const receipt = { opId: operation.opId, n: operation.n, seq, decidedAt: environment.now(), result };
  await journal.receipts(source.epoch, { receipts: [receipt], documents });
  await overlay.refresh();
}

function read(): Promise<Map<string, AnyDocument | null | undefined>> {
  return readAlong(overlay, async ({ copy, documents }) => {
    const refs = [
      { collection: 'cases' as const, id },
      { collection: 'dossiers' as const, id },
    ];
    const base = await copy.get(refs);
    return new Map(
      refs.map((ref) => {
        const key = keyOf(ref);
        return [ref.collection, documents.has(key) ? documents.get(key) : base.get(key)?.document] as const;
      }),
    );
  });
}

/** The notes a clerk sees, in order; undefined: there is no such case here. */
async function shownNotes(): Promise<string[] | undefined> {
  const shown = await read();
  const dossier = shown.get('dossiers') as Dossier | undefined;
  const caseRecord = shown.get('cases') as Case | undefined;
  // never half of an operation
  expect(caseRecord?.eventCount).toBe(dossier?.events.length);
  return dossier?.events.flatMap((event) => (event.kind === 'note' ? [event.text] : []));
}

describe('what is shown', () => {
  it('[L1] base, over it what receipts brought, over both what is open, in order', async () => {
    await arrive(...atServer(1));
    const first = await note('eins');
    await note('zwei');
    await note('drei');
    expect(await shownNotes()).toEqual(['eins', 'zwei', 'drei']);
    // the receipt came, the copy has not: a colleague's note was decided before ours
    await decided(first, 3, atServer(3, {}, ['Kollegin', 'eins']));
    expect(await shownNotes()).toEqual(['Kollegin', 'eins', 'zwei', 'drei']);
    expect([...overlay.view.waiting.values()].map((waiting) => waiting.length)).toEqual([2, 2]);
  });

  it('[L1] of base and receipt layer the newer one counts, document by document', async () => {
    await arrive(...atServer(1));
    const [, newerDossier] = atServer(4, {}, ['eins']);
    const operation = await note('eins');
    await decided(operation, 3, atServer(3, { applicantName: 'aus der Quittung' }, ['eins']));
    if (newerDossier === undefined) throw new Error('no dossier');
    await arrive(newerDossier);
    const shown = await read();
    expect(shown.get('cases')).toMatchObject({ applicantName: 'aus der Quittung' });
    expect(overlay.view.documents.has(keyOf({ collection: 'dossiers', id }))).toBe(false);
  });

  it('[L2] an operation with a receipt is not applied again, whether or not the copy has it', async () => {
    await arrive(...atServer(1));
    const operation = await note('eins');
    await decided(operation, 2, atServer(2, {}, ['eins']));
    expect(await shownNotes()).toEqual(['eins']);
    expect(overlay.view.waiting.size).toBe(0);
    await arrive(...atServer(2, {}, ['eins']));
    expect(await shownNotes()).toEqual(['eins']);
    // L4: the copy has them, the layer lets them go
    expect(overlay.view.documents.size).toBe(0);
  });

  it('[L2] a page that brings an operation before its receipt is in the journal shows it once', async () => {
    await arrive(...atServer(1));
    const operation = await note('eins');
    source.onItsWay = async (_collection, page) => {
      // L3, as the real page source does
      await decided(operation, 2, atServer(2, {}, ['eins']));
      return page;
    };
    const seen: (readonly string[] | undefined)[] = [];
    const subscription = overlay.view$.subscribe(() => void shownNotes().then((notes) => seen.push(notes)));
    await arrive(...atServer(2, {}, ['eins']));
    expect(await shownNotes()).toEqual(['eins']);
    subscription.unsubscribe();
    expect(new Set(seen.map((notes) => notes?.join()))).toEqual(new Set(['eins']));
  });

  it('[L5] what the rules refuse here is a forecast: kept, not shown, and taken back when the case changes', async () => {
    await arrive(...atServer(1));
    const takeOver = await append('assignCase', { action: 'takeOver', word: '' });
    expect(overlay.view.forecast.size).toBe(0);
    await arrive(
      ...atServer(2, { assigneeId: annaBerger.id, assignedAt: environment.now(), status: 'inProgress' }),
    );
    expect(overlay.view.forecast).toEqual(
      new Map([[takeOver.opId, { code: 'alreadyAssigned', toId: annaBerger.id }]]),
    );
    expect((await read()).get('cases')).toMatchObject({ assigneeId: annaBerger.id });
    expect(journal.open).toEqual([takeOver]);
    expect(journal.refused).toEqual([]);
    await arrive(...atServer(3));
    expect(overlay.view.forecast.size).toBe(0);
    expect((await read()).get('cases')).toMatchObject({ assigneeId: berndKrueger.id });
  });

  it('[L10] what has not come yet is unknown: the operation is kept without being shown or refused', async () => {
    const operation = await note('eins');
    expect(await shownNotes()).toBeUndefined();
    expect([overlay.view.forecast.size, overlay.view.documents.size]).toEqual([0, 0]);
    expect(journal.open).toEqual([operation]);
    await arrive(...atServer(1));
    expect(await shownNotes()).toEqual(['eins']);
  });
});

describe('[S9] the dossier of a case closed long ago, which the copy has given up', () => {
  /** At seq 5 it left the copy; the server has it as it was then. */
  async function shelved(): Promise<VersionedDocument> {
    const [caseRecord, dossier] = atServer(5, { isShelved: true }, ['damals']);
    if (caseRecord === undefined || dossier === undefined) throw new Error('no halves');
    await arrive(...atServer(1, {}, ['damals']));
    await arrive(caseRecord, { ...dossier, document: null });
    return { ...dossier, document: { ...(dossier.document as Dossier), scope: 'buergerbuero/rest' } };
  }
  const dossierShown = async () => (await read()).get('dossiers') ?? undefined;
  const lend = (dossier: VersionedDocument) => overlay.lend({ epoch: source.epoch, documents: [dossier] });

  it('[L10] without it an act on the case is kept, neither shown nor refused', async () => {
    await shelved();
    const operation = await note('noch etwas');
    expect(journal.open).toEqual([operation]);
    expect(overlay.view.forecast.size).toBe(0);
    expect(await dossierShown()).toBeUndefined();
    expect(await overlay.objectionTo({ ...operation, opId: opId.parse('other') })).toBeUndefined();
  });

  it('is shown once it is lent, and what waits is applied to it', async () => {
    const dossier = await shelved();
    await note('vorher');
    expect(await lend(dossier)).toBe(true);
    await note('nachher');
    expect(await shownNotes()).toEqual(['damals', 'vorher', 'nachher']);
  });

  it('back among the running work, the copy counts: from the receipt on, and for good', async () => {
    await lend(await shelved());
    const operation = await note('eins');
    const back = atServer(7, {}, ['damals', 'Kollegin', 'eins']);
    await decided(operation, 7, back);
    expect(await shownNotes()).toEqual(['damals', 'Kollegin', 'eins']);
    await arrive(...back);
    expect(await shownNotes()).toEqual(['damals', 'Kollegin', 'eins']);
    expect(overlay.view.documents.size).toBe(0);
    // laid aside again: what was lent before is not what there is now
    const [caseRecord, dossier] = atServer(9, { isShelved: true }, ['damals', 'Kollegin', 'eins']);
    if (caseRecord && dossier) await arrive(caseRecord, { ...dossier, document: null });
    expect(await dossierShown()).toBeUndefined();
  });

  it('[L8] belongs to its epoch: another copy is shown without it, and one of another epoch isn’t taken', async () => {
    const dossier = await shelved();
    await lend(dossier);
    const { epoch: former } = source;
    const next = source.restore('epoch-2', ...atServer(1, { isShelved: true }).slice(0, 1));
    expect(await cache.reset(next)).toBe('switched');
    expect(await dossierShown()).toBeUndefined();
    expect(await overlay.lend({ epoch: former, documents: [dossier] })).toBe(false);
    expect(await dossierShown()).toBeUndefined();
  });

  it('of many that were looked at the first goes first', async () => {
    const dossier = await shelved();
    await lend(dossier);
    for (let count = 1; count <= 19; count += 1) await lend({ ...dossier, id: `other-${count}` });
    expect(await dossierShown()).toBeDefined();
    await lend({ ...dossier, id: 'other-20' });
    expect(await dossierShown()).toBeUndefined();
  });
});

describe('what is remembered of the copy', () => {
  it('[J2] an operation on what was looked at is shown without reading anything', async () => {
    await arrive(...atServer(1));
    expect(await shownNotes()).toEqual([]);
    beforeRead = () => Promise.reject(new Error('nothing is to be read'));
    await note('eins');
    await note('zwei');
    expect(await shownNotes()).toEqual(['eins', 'zwei']);
  });

  it('[L1] one more behind others that wait: a view tells what it changes, where nothing else came', async () => {
    await arrive(...atServer(1));
    await note('eins');
    const before = overlay.view;
    await note('zwei');
    const keys = new Set([keyOf({ collection: 'cases', id }), keyOf({ collection: 'dossiers', id })]);
    expect(overlay.view.changes).toEqual({ since: before.number, keys });
    expect(overlay.view.waiting.get(keyOf({ collection: 'cases', id }))).toHaveLength(2);
    expect(before.waiting.get(keyOf({ collection: 'cases', id }))).toHaveLength(1);
    await arrive(...atServer(2, {}, ['fremd']));
    expect(overlay.view.changes).toBeUndefined();
    await note('drei');
    expect(overlay.view.changes?.keys).toEqual(keys);
  });

  it('[L1] is what a page brings: the open operation lies over the newer document', async () => {
    await arrive(...atServer(1));
    await note('eins');
    beforeRead = async () => undefined;
    await arrive(...atServer(2, {}, ['Kollegin']));
    expect(await shownNotes()).toEqual(['Kollegin', 'eins']);
  });

  it('[L4] is read anew after a verification, before its head lets anything go', async () => {
    await arrive(...atServer(1));
    await note('eins');
    const reads = vi.fn(async () => undefined);
    beforeRead = reads;
    await note('zwei');
    expect(reads).not.toHaveBeenCalled();
    expect(await cache.verify('dossiers')).toBe('equal');
    await overlay.refresh();
    expect(reads).toHaveBeenCalled();
    expect(await shownNotes()).toEqual(['eins', 'zwei']);
  });

  it('[L8] is of the copy it was read from: after a switch everything is read from the new one', async () => {
    await arrive(...atServer(1, { applicantName: 'vorher' }));
    await note('eins');
    expect((await read()).get('cases')).toMatchObject({ applicantName: 'vorher' });
    const next = source.restore('epoch-2', ...atServer(1, { applicantName: 'nachher' }));
    expect(await cache.reset(next)).toBe('switched');
    expect((await read()).get('cases')).toMatchObject({ applicantName: 'nachher' });
    expect(await shownNotes()).toEqual(['eins']);
  });
});

describe('when something fails', () => {
  it('a computation that fails stands in the way of none after it, not even of one that waits already', async () => {
    await arrive(...atServer(1));
    const failure = new Error('the database is busy');
    const { promise: isReading, resolve: reads } = Promise.withResolvers<void>();
    const { promise: failing, reject: fail } = Promise.withResolvers<void>();
    beforeRead = () => {
      beforeRead = async () => undefined;
      reads();
      return failing;
    };
    // the first is the overlay's own, of the journal's change
    const appended = journal.append({
      opId: opId.parse('op-eins'),
      kind: 'addNote',
      v: 1,
      payload: { caseId: id, text: 'eins' },
      at: environment.now(),
    });
    await isReading;
    await appended;
    const second = overlay.refresh();
    fail(failure);
    await second;
    expect(reported).toEqual([failure]);
    expect(await shownNotes()).toEqual(['eins']);
    await note('zwei');
    expect(await shownNotes()).toEqual(['eins', 'zwei']);
  });

  it('a second one that fails is not remembered either', async () => {
    await arrive(...atServer(1));
    beforeRead = () => Promise.reject(new Error('no disk'));
    await expect(note('eins')).rejects.toThrow('no disk');
    await Promise.allSettled([overlay.refresh(), overlay.refresh()]);
    beforeRead = async () => undefined;
    await Promise.all([overlay.refresh(), overlay.refresh()]);
    expect(await shownNotes()).toEqual(['eins']);
  });

  it('[L8] who reads while the copy is switched away reads again, from the new one', async () => {
    await arrive(...atServer(1, { applicantName: 'vorher' }));
    const next = source.restore('epoch-2', ...atServer(1, { applicantName: 'nachher' }));
    let reads = 0;
    const shown = await readAlong(overlay, async ({ copy }) => {
      reads += 1;
      if (reads === 1) {
        expect(await cache.reset(next)).toBe('switched');
        throw new Error('the collection was removed');
      }
      return (await copy.get([{ collection: 'cases', id }])).get(keyOf({ collection: 'cases', id }));
    });
    expect(shown?.document).toMatchObject({ applicantName: 'nachher' });
    expect(reads).toBe(2);
  });

  it('a read that fails on the present copy stays an exception', async () => {
    await expect(readAlong(overlay, () => Promise.reject(new Error('no disk')))).rejects.toThrow('no disk');
  });
});
