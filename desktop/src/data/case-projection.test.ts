import { caseId, clerkId, opId } from '@amtsstube/shared/domain/ids';
import { aCase } from '@amtsstube/shared/fixtures/builders';
import { enter } from '@amtsstube/shared/fixtures/meetings/entry-meetings';
import { berndKrueger, testTown, testTownSettings } from '@amtsstube/shared/fixtures/test-town';
import type { VersionedDocument } from '@amtsstube/shared/replication/messages';
import { filter, firstValueFrom } from 'rxjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MemoryDisk } from '../host/memory-disk.ts';
import { createMemoryHost } from '../host/memory-host.ts';
import type { Cache } from './cache/cache.ts';
import { ContractSource } from './cache/contract-source.ts';
import { MemoryCacheDisk, openMemoryStorage } from './cache/memory-storage.ts';
import { openCache } from './cache/replicated-cache.ts';
import { CaseProjection } from './case-projection.ts';
import type { CaseRow } from './desk.ts';
import { keyFileLength, webCipher } from './journal/cipher.ts';
import { type Journal, openJournal } from './journal/journal.ts';
import { createOverlay, type Overlay } from './overlay.ts';
import { TestEnvironment } from './test-environment.ts';

const environment = new TestEnvironment();
const { id: berndId, departmentIds } = berndKrueger;

let source: ContractSource;
let disk: MemoryCacheDisk;
let cache: Cache;
let journal: Journal;
let overlay: Overlay;
let projection: CaseProjection;
let beforeRead: () => Promise<void>;
let shown: (readonly CaseRow[])[];

beforeEach(async () => {
  source = new ContractSource();
  disk = new MemoryCacheDisk();
  beforeRead = async () => undefined;
  shown = [];
});
afterEach(async () => {
  await projection.close();
  await overlay.close();
});

/** A program that begins: journal, copy as it lies on `disk`, overlay, and the projection not yet opened. */
async function begin(): Promise<void> {
  const storage = openMemoryStorage(disk, { pause: () => beforeRead(), writeFails: () => false });
  cache = await openCache(storage, source);
  journal = await openJournal({
    files: createMemoryHost(new MemoryDisk()).journals,
    cipher: await webCipher(environment.randomBytes(keyFileLength)),
    environment,
    identity: { municipalityId: testTown.municipalityId, clerkId: berndId },
  });
  const actor = { kind: 'clerk', clerkId: berndId, role: 'clerk', departmentIds } as const;
  overlay = createOverlay(journal, cache, actor, (error) => {
    throw error;
  });
  await overlay.refresh();
  projection = new CaseProjection(cache, overlay);
  projection.rows$.subscribe({ next: (rows) => rows && shown.push(rows), error: () => undefined });
}

/** Opened with `count` cases on the disk. */
async function beginWith(count: number): Promise<void> {
  await begin();
  source.changes(...Array.from({ length: count }, (_, index) => aVersion(index)));
  await cache.pull(['cases']);
  await projection.open();
  await whole();
}

function aVersion(index: number, seq = index + 1, changed: object = {}): VersionedDocument {
  const id = caseId.parse(`case-${10_000 + index}`);
  return { collection: 'cases', id, seq, document: aCase({ id, ...changed }) };
}

const whole = () => firstValueFrom(projection.isWhole$.pipe(filter((isWhole) => isWhole)));
const rows = () => shown.at(-1) ?? [];

describe('the list of all cases', () => {
  it('is empty, and whole, where there is none', async () => {
    await beginWith(0);
    expect(shown).toEqual([[]]);
  });

  it('changes what changed, and leaves every other row the object it was', async () => {
    await beginWith(5);
    const before = rows();
    source.changes(aVersion(2, 10, { applicantName: 'Max Beispiel' }), aVersion(7, 11));
    await cache.pull(['cases']);
    await overlay.refresh();
    expect(rows().length).toBe(6);
    const kept = before.filter((row) => rows().includes(row));
    expect(kept.length).toBe(4);
    expect(rows().filter(({ caseRecord }) => caseRecord.applicantName === 'Max Beispiel').length).toBe(1);
  });

  it('drops what is gone', async () => {
    await beginWith(3);
    source.changes({ ...aVersion(1, 10), document: null });
    await cache.pull(['cases']);
    expect(rows().map(({ caseRecord }) => caseRecord.id)).toEqual(['case-10000', 'case-10002']);
  });

  it('[L1] marks what is open, on that row alone, and takes the mark back', async () => {
    await beginWith(3);
    const before = rows();
    const [first] = before;
    if (first === undefined) throw new Error('no row');
    const { id } = first.caseRecord;
    const operation = await journal.append({
      opId: environment.newId() as never,
      kind: 'assignCase',
      v: 1,
      payload: { action: 'takeOver', caseId: id, word: '' },
      at: environment.now(),
    });
    await overlay.refresh();
    // without its dossier a case can't be taken over here: nothing is shown of it (L10)
    expect(rows()).toBe(before);
    const receipt = {
      opId: operation.opId,
      n: operation.n,
      seq: 9,
      decidedAt: environment.now(),
      result: { decided: 'accepted' as const },
    };
    const assigned = aCase({ id, assigneeId: clerkId.parse(berndId), assignedAt: environment.now() });
    await journal.receipts(source.epoch, {
      receipts: [receipt],
      documents: [{ collection: 'cases', id, seq: 9, document: assigned }],
    });
    await overlay.refresh();
    expect(rows()[0]?.caseRecord.assigneeId).toBe(berndId);
    expect(rows().slice(1)).toEqual(before.slice(1));
    expect(
      rows()
        .slice(1)
        .every((row) => before.includes(row)),
    ).toBe(true);
  });
});

describe('while it is read from disk', () => {
  /** A disk with cases on it, and a program that has read one page of them. */
  async function openedHalfWay() {
    await beginWith(1200);
    await projection.close();
    await overlay.close();
    shown = [];
    const { promise: isReading, resolve: reads } = Promise.withResolvers<void>();
    const { promise: goingOn, resolve: goOn, reject: fail } = Promise.withResolvers<void>();
    await begin();
    let pages = 0;
    beforeRead = () => {
      pages += 1;
      if (pages < 2) return Promise.resolve();
      reads();
      return goingOn;
    };
    await projection.open();
    await isReading;
    return { goOn, fail };
  }

  it('the first page is shown, the rest comes, and only then it is called whole', async () => {
    const { goOn } = await openedHalfWay();
    expect(rows().length).toBe(500);
    expect(await firstValueFrom(projection.isWhole$)).toBe(false);
    const [first] = rows();
    goOn();
    await whole();
    expect(rows().length).toBe(1200);
    expect(rows()).toContain(first);
  });

  it('what a pull writes counts, also over an older page that is read later', async () => {
    const { goOn } = await openedHalfWay();
    source.changes(aVersion(3, 5000, { applicantName: 'Max Beispiel' }));
    beforeRead = async () => undefined;
    await cache.pull(['cases']);
    goOn();
    await whole();
    expect(rows().length).toBe(1200);
    expect(rows().filter(({ caseRecord }) => caseRecord.applicantName === 'Max Beispiel').length).toBe(1);
  });

  it('a later page that cannot be read is told to who shows the list', async () => {
    const { fail } = await openedHalfWay();
    const failed = firstValueFrom(projection.rows$.pipe(filter((list) => list === undefined)));
    fail(new Error('the disk is gone'));
    await expect(failed).rejects.toThrow('the disk is gone');
  });

  it('the desk can be closed: what is still being read counts no more', async () => {
    const { goOn } = await openedHalfWay();
    const closed = projection.close();
    goOn();
    await closed;
    expect(rows().length).toBe(500);
  });
});

describe('the first page', () => {
  it('that cannot be read is no desk', async () => {
    await begin();
    beforeRead = () => Promise.reject(new Error('another key'));
    await expect(projection.open()).rejects.toThrow('another key');
  });

  it('[L4] while another copy is read, what the layer knew stays in the list (seeds 7, 8, 18)', async () => {
    await beginWith(3);
    const [former, now] = [aVersion(1), aVersion(1, 9, { eventCount: 7 })];
    const eventCount = () =>
      rows().find(({ caseRecord }) => caseRecord.id === former.id)?.caseRecord.eventCount;
    await journal.receipts(source.epoch, { receipts: [], documents: [now] });
    await overlay.refresh();
    expect(eventCount()).toBe(7);

    // the copy is built anew; of the list's own reading of it, the first page waits
    source.changes(now);
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    // of the new copy the layer is read first; the list's own reading waits
    let asked = 0;
    beforeRead = async () => {
      if (cache.copy.generationOf('cases') !== 2) return;
      asked += 1;
      if (asked > 1) await held;
    };
    const isSwitched = firstValueFrom(
      overlay.view$.pipe(filter(({ copy }) => copy.generationOf('cases') === 2)),
    );
    const rebuilt = cache.rebuild();
    await isSwitched;
    await firstValueFrom(overlay.view$.pipe(filter(({ documents }) => documents.size === 0)));
    expect(eventCount()).toBe(7);
    letGo();
    await rebuilt;
    expect(eventCount()).toBe(7);
    expect(
      shown
        .flat()
        .filter(({ caseRecord }) => caseRecord.id === former.id)
        .at(-1)?.caseRecord.eventCount,
    ).toBe(7);
  });
});

it('a case that was entered here and lies in no copy yet is listed after a restart', async () => {
  await begin();
  const settings = testTownSettings.map((document, index) => ({
    collection: 'settings' as const,
    id: document.id,
    seq: index + 1,
    document,
  }));
  source.changes(...settings);
  await cache.pull(['settings']);
  const [kind, payload] = enter(berndKrueger, 'entered', 'E', null);
  await journal.append({ opId: opId.parse('op-1'), kind, v: 1, payload, at: environment.now() });
  await overlay.refresh();
  // another program finds journal and copy as this one left them
  await projection.close();
  projection = new CaseProjection(cache, overlay);
  await projection.open();
  const rows = await firstValueFrom(projection.rows$.pipe(filter((each) => each !== undefined)));
  expect(rows.map(({ caseRecord }) => caseRecord.id)).toEqual(['entered']);
});
