import type { Actor } from '@amtsstube/shared/domain/actor';
import type { Case } from '@amtsstube/shared/domain/case';
import { caseId, opId } from '@amtsstube/shared/domain/ids';
import { aCase, aDossier } from '@amtsstube/shared/fixtures/builders';
import { annaBerger, berndKrueger, testTown } from '@amtsstube/shared/fixtures/test-town';
import { replicatedCollections } from '@amtsstube/shared/replication/collections';
import type { VersionedDocument } from '@amtsstube/shared/replication/messages';
import type { Subscription } from 'rxjs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MemoryDisk } from '../host/memory-disk.ts';
import { createMemoryHost } from '../host/memory-host.ts';
import type { Cache } from './cache/cache.ts';
import { ContractSource } from './cache/contract-source.ts';
import { MemoryCacheDisk, openMemoryStorage } from './cache/memory-storage.ts';
import { openCache } from './cache/replicated-cache.ts';
import { keyFileLength, webCipher } from './journal/cipher.ts';
import { type Journal, openJournal } from './journal/journal.ts';
import { watchCollection, watchDocument } from './live-query.ts';
import { createOverlay, type Overlay } from './overlay.ts';
import { TestEnvironment } from './test-environment.ts';

const id = caseId.parse('case-1');
const { departmentIds } = berndKrueger;
const bernd: Actor = { kind: 'clerk', clerkId: berndKrueger.id, role: 'clerk', departmentIds };
const environment = new TestEnvironment();

let source: ContractSource;
let cache: Cache;
let journal: Journal;
let overlay: Overlay;
let beforeRead: () => Promise<void>;
let reported: unknown[];
const watching: Subscription[] = [];

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
  overlay = createOverlay(journal, cache, bernd, report);
});
afterEach(async () => {
  for (const each of watching.splice(0)) each.unsubscribe();
  await overlay.close();
});

const report = (error: unknown) => reported.push(error);

async function arrive(...versions: VersionedDocument[]): Promise<void> {
  source.changes(...versions);
  expect(await cache.pull(replicatedCollections)).toBe('complete');
  await overlay.refresh();
}

const atServer = (seq: number, changed: Partial<Case> = {}): VersionedDocument[] => [
  { collection: 'cases', id, seq, document: aCase(changed) },
  { collection: 'dossiers', id, seq, document: aDossier() },
];

/** What a screen would have been told so far: the case's events, `waiting` behind the ones not handed over. */
function watchedCase(): { readonly seen: string[]; readonly failed: unknown[] } {
  const seen: string[] = [];
  const failed: unknown[] = [];
  watching.push(
    watchDocument(cache, overlay, { collection: 'cases', id }, report).subscribe({
      next: (shown) =>
        seen.push(shown ? `${shown.document.eventCount} waiting ${shown.waiting.length}` : 'nothing'),
      error: (error) => failed.push(error),
    }),
  );
  return { seen, failed };
}

async function note(text: string): Promise<void> {
  await journal.append({
    opId: opId.parse(environment.newId()),
    kind: 'addNote',
    v: 1,
    payload: { caseId: id, text },
    at: environment.now(),
  });
}

describe('[L1] a document that is watched', () => {
  it('is told as it is now and after each change that shows, and not otherwise', async () => {
    const { seen } = watchedCase();
    await vi.waitFor(() => expect(seen).toEqual(['nothing']));
    await arrive(...atServer(1));
    await vi.waitFor(() => expect(seen).toEqual(['nothing', '1 waiting 0']));
    await note('eins');
    await vi.waitFor(() => expect(seen.at(-1)).toBe('2 waiting 1'));
    // another case: nothing to tell
    await arrive({
      collection: 'cases',
      id: 'case-2',
      seq: 2,
      document: aCase({ id: caseId.parse('case-2') }),
    });
    await arrive(...atServer(3, { eventCount: 4 }));
    await vi.waitFor(() => expect(seen.at(-1)).toBe('5 waiting 1'));
    expect(seen).toEqual(['nothing', '1 waiting 0', '2 waiting 1', '5 waiting 1']);
  });

  it('is read once more after a change that came while it was read', async () => {
    await arrive(...atServer(1));
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    beforeRead = () => held;
    const { seen } = watchedCase();
    source.changes(...atServer(2, { eventCount: 7 }));
    const pulled = cache.pull(replicatedCollections);
    letGo();
    await pulled;
    await vi.waitFor(() => expect(seen.at(-1)).toBe('7 waiting 0'));
  });

  it('that cannot be read at all is told as an error', async () => {
    const broken = new Error('unreadable');
    beforeRead = () => Promise.reject(broken);
    const { seen, failed } = watchedCase();
    await vi.waitFor(() => expect(failed).toEqual([broken]));
    expect(seen).toEqual([]);
  });
});

describe('a small collection that is watched', () => {
  function watchedClerks(): { readonly seen: string[]; readonly failed: unknown[] } {
    const seen: string[] = [];
    const failed: unknown[] = [];
    watching.push(
      watchCollection(cache, overlay, 'clerks', report).subscribe({
        next: (clerks) => seen.push(clerks.map((each) => each.name).join()),
        error: (error) => failed.push(error),
      }),
    );
    return { seen, failed };
  }

  it('stays as it was when a read fails, and is read again with the next change', async () => {
    await arrive({ collection: 'clerks', id: berndKrueger.id, seq: 1, document: berndKrueger });
    const { seen, failed } = watchedClerks();
    await vi.waitFor(() => expect(seen).toEqual([berndKrueger.name]));
    const broken = new Error('the disk is gone for a moment');
    // the first one is the page that is written
    let asked = 0;
    beforeRead = async () => {
      asked += 1;
      if (asked > 1) throw broken;
    };
    const renamed = { ...berndKrueger, name: 'Bernd Krüger-Weiß' };
    source.changes({ collection: 'clerks', id: berndKrueger.id, seq: 2, document: renamed });
    await cache.pull(['clerks']).catch(() => undefined);
    await vi.waitFor(() => expect(reported).toContain(broken));
    expect([seen, failed]).toEqual([[berndKrueger.name], []]);
    beforeRead = async () => undefined;
    await arrive({ collection: 'clerks', id: annaBerger.id, seq: 3, document: annaBerger });
    await vi.waitFor(() => expect(seen.at(-1)).toBe(`${annaBerger.name},${renamed.name}`));
  });

  it('is told whole, without what was removed', async () => {
    const { seen } = watchedClerks();
    await vi.waitFor(() => expect(seen).toEqual(['']));
    await arrive({ collection: 'clerks', id: berndKrueger.id, seq: 1, document: berndKrueger });
    await vi.waitFor(() => expect(seen.at(-1)).toBe(berndKrueger.name));
    await note('berührt keine Person');
    await arrive({ collection: 'clerks', id: berndKrueger.id, seq: 2, document: null });
    await vi.waitFor(() => expect(seen.at(-1)).toBe(''));
    expect(seen).toEqual(['', berndKrueger.name, '']);
  });
});
