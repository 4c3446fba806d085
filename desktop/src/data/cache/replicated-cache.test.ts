import { setImmediate } from 'node:timers/promises';
import { keyOf } from '@amtsstube/shared/domain/documents';
import { epoch as epochSchema } from '@amtsstube/shared/domain/ids';
import { type ReplicatedCollection, replicatedCollections } from '@amtsstube/shared/replication/collections';
import { beforeEach, describe, expect, it } from 'vitest';
import type { FetchedPage } from './base-storage.ts';
import type { Cache } from './cache.ts';
import { aClerk } from './contract-documents.ts';
import { ContractSource } from './contract-source.ts';
import { MemoryCacheDisk, openMemoryStorage } from './memory-storage.ts';
import { openCache } from './replicated-cache.ts';

let source: ContractSource;
let disk: MemoryCacheDisk;
let cache: Cache;
/** How many of the next documents can't be written. */
let failingWrites: number;

beforeEach(async () => {
  source = new ContractSource();
  source.changes(aClerk('a', 1, 'Anna'), aClerk('b', 2, 'Bernd'));
  disk = new MemoryCacheDisk();
  failingWrites = 0;
  cache = await open();
});

function open(): Promise<Cache> {
  const storage = openMemoryStorage(disk, {
    pause: async () => undefined,
    writeFails: () => {
      failingWrites -= 1;
      return failingWrites >= 0;
    },
  });
  return openCache(storage, source);
}

async function nameOf(id: string): Promise<string | undefined> {
  const found = await cache.copy.get([{ collection: 'clerks', id }]);
  return (found.get(keyOf({ collection: 'clerks', id }))?.document as { name: string } | undefined)?.name;
}

/** Pages on their way wait here until the test lets them arrive. */
function holdPages() {
  const held: { collection: ReplicatedCollection; arrive(): void }[] = [];
  source.onItsWay = (collection, page) =>
    new Promise<FetchedPage | undefined>((resolve) => {
      held.push({ collection, arrive: () => resolve(page) });
    });
  return {
    held,
    collections: () => held.map(({ collection }) => collection),
    next: () => held.shift()?.arrive(),
    letGo: () => {
      source.onItsWay = async (_collection, page) => page;
      for (const { arrive } of held.splice(0)) arrive();
    },
  };
}

/** Everything that can happen by itself has happened: nothing here waits for a clock or a disk. */
const settled = () => setImmediate();

describe('pulling', () => {
  it('[L6] at most three collections at once', async () => {
    const pages = holdPages();
    const pulled = cache.pull(replicatedCollections);
    await settled();
    expect(pages.collections()).toEqual(['settings', 'clerks', 'counters']);
    pages.next();
    await settled();
    expect(pages.collections()).toEqual(['clerks', 'counters', 'cases']);
    pages.letGo();
    expect(await pulled).toBe('complete');
  });

  it('[L6] one pull at a time per collection; the next begins where it ended', async () => {
    const pages = holdPages();
    const both = [cache.pull(['clerks']), cache.pull(['clerks'])];
    await settled();
    expect(pages.collections()).toEqual(['clerks']);
    expect(source.feed('clerks').asked).toEqual([null]);
    pages.letGo();
    expect(await Promise.all(both)).toEqual(['complete', 'complete']);
    expect(source.feed('clerks').asked).toEqual([null, 2]);
  });

  it('a pull that fails holds up neither its collection nor the others', async () => {
    source.onItsWay = () => Promise.reject(new Error('the journal took no receipts'));
    await expect(cache.pull(replicatedCollections)).rejects.toThrow('the journal took no receipts');
    source.onItsWay = async (_collection, page) => page;
    expect(await cache.pull(replicatedCollections)).toBe('complete');
    expect(await nameOf('a')).toBe('Anna');
  });

  it('[L8] a first page of a server that is no more is void: the copy has one epoch', async () => {
    const pages = holdPages();
    const pulled = cache.pull(['settings', 'clerks']);
    await settled();
    const ofClerks = pages.held.pop();
    source.restore('epoch-2', aClerk('a', 1, 'Anne'));
    source.onItsWay = async (_collection, page) => page;
    const settings = pages.held.pop();
    expect([settings?.collection, ofClerks?.collection]).toEqual(['settings', 'clerks']);
    // meanwhile the cases have come from the restored server: the copy is of its epoch now
    expect(await cache.pull(['cases'])).toBe('complete');
    settings?.arrive();
    ofClerks?.arrive();
    expect(await pulled).toBe('offline');
    expect(cache.copy.epoch).toBe('epoch-2');
    expect(await nameOf('b')).toBeUndefined();
    await cache.pull(['clerks']);
    expect(await nameOf('a')).toBe('Anne');
  });
});

describe('comparing with the server', () => {
  it('[L7] waits while something newer exists than the last complete pull', async () => {
    expect(await cache.verify('clerks')).toBe('later');
    await cache.pull(['clerks']);
    expect(await cache.verify('clerks')).toBe('equal');
    expect(cache.verifiedHead('clerks')).toBe(2);
    source.changes(aClerk('c', 3));
    expect(await cache.verify('clerks')).toBe('later');
    expect(cache.copy.generationOf('clerks')).toBe(1);
    await cache.pull(['clerks']);
    expect(await cache.verify('clerks')).toBe('equal');
    expect(cache.verifiedHead('clerks')).toBe(3);
  });

  it('[L7] what differs is built anew beside the old copy, found equal, switched, and the old one removed', async () => {
    failingWrites = 1;
    await cache.pull(['clerks']);
    expect([await nameOf('a'), await nameOf('b')]).toEqual([undefined, 'Bernd']);
    const moved: (string | undefined)[] = [];
    cache.whenSwitched(async (collections) => {
      moved.push(...collections, await nameOf('a'));
      expect([...disk.collections.keys()]).toContain('clerks_1');
    });
    const pages = holdPages();
    const verified = cache.verify('clerks');
    await settled();
    // while it is built the old copy is what everybody reads
    expect(pages.collections()).toEqual(['clerks']);
    expect([cache.copy.generationOf('clerks'), await nameOf('b')]).toEqual([1, 'Bernd']);
    pages.letGo();
    expect(await verified).toBe('rebuilt');
    expect(moved).toEqual(['clerks', 'Anna']);
    expect([await nameOf('a'), await nameOf('b')]).toEqual(['Anna', 'Bernd']);
    expect([...disk.collections.keys()]).not.toContain('clerks_1');
    expect(cache.verifiedHead('clerks')).toBe(2);
  });

  it.each([
    ['the line drops', async () => undefined],
    ['the journal fails', () => Promise.reject(new Error('disk'))],
  ])('[L7] %s while it is built: the old copy stays, nothing is left beside it', async (_what, onItsWay) => {
    failingWrites = 1;
    await cache.pull(['clerks']);
    source.onItsWay = onItsWay;
    expect(await cache.verify('clerks').catch(() => 'failed')).toMatch(/^(later|failed)$/);
    expect([...disk.collections.keys()].filter((name) => name.startsWith('clerks'))).toEqual(['clerks_1']);
    expect(await nameOf('b')).toBe('Bernd');
    source.onItsWay = async (_collection, page) => page;
    expect(await cache.verify('clerks')).toBe('rebuilt');
  });
});

describe('a rebuild a person asked for', () => {
  it('[L7] waits for the first copy, and keeps the present one on screen until the new one was found equal', async () => {
    expect(await cache.rebuild()).toBe('offline');
    await cache.pull(replicatedCollections);
    const pages = holdPages();
    const rebuilt = cache.rebuild();
    for (const collection of replicatedCollections) {
      await settled();
      expect(pages.collections()).toEqual([collection]);
      expect([cache.copy.generationOf(collection), await nameOf('b')]).toEqual([1, 'Bernd']);
      pages.next();
    }
    expect(await rebuilt).toBe('switched');
    expect(new Set(replicatedCollections.map((each) => cache.copy.generationOf(each)))).toEqual(new Set([2]));
    expect(await nameOf('b')).toBe('Bernd');
    expect([...disk.collections.keys()].filter((name) => name.endsWith('_1'))).toEqual([]);
  });

  it('[L7] without a line drops nothing, and goes on where it stopped', async () => {
    await cache.pull(replicatedCollections);
    source.onItsWay = async (collection, page) => (collection === 'cases' ? undefined : page);
    expect(await cache.rebuild()).toBe('offline');
    expect([cache.copy.generationOf('clerks'), await nameOf('a')]).toEqual([1, 'Anna']);
    source.onItsWay = async (_collection, page) => page;
    source.changes(aClerk('a', 3, 'Anne'));
    expect(await cache.pull(['clerks'])).toBe('complete');
    expect(await nameOf('a')).toBe('Anne');
    expect(await cache.rebuild()).toBe('switched');
    expect([cache.copy.generationOf('clerks'), await nameOf('a')]).toEqual([2, 'Anne']);
  });

  it('[L8] gives way to a server that was restored meanwhile', async () => {
    await cache.pull(replicatedCollections);
    source.onItsWay = async () => undefined;
    expect(await cache.rebuild()).toBe('offline');
    source.onItsWay = async (_collection, page) => page;
    expect(await cache.reset(source.restore('epoch-2', aClerk('a', 1, 'Anne')))).toBe('switched');
    expect(new Set([...disk.collections.keys()].map((name) => name.slice(-2)))).toEqual(new Set(['_3']));
    expect(await cache.rebuild()).toBe('switched');
    expect(await nameOf('a')).toBe('Anne');
  });
});

describe('another epoch', () => {
  beforeEach(async () => {
    await cache.pull(replicatedCollections);
  });

  it('[L8] everything is built anew beside the old copy, which stays readable until the switch', async () => {
    const next = source.restore('epoch-2', aClerk('a', 1, 'Anne'));
    const pages = holdPages();
    const reset = cache.reset(next);
    for (const collection of replicatedCollections) {
      await settled();
      expect(pages.collections()).toEqual([collection]);
      expect([cache.copy.epoch, await nameOf('b')]).toEqual(['epoch-1', 'Bernd']);
      pages.next();
    }
    expect(await reset).toBe('switched');
    expect([cache.copy.epoch, await nameOf('a'), await nameOf('b')]).toEqual(['epoch-2', 'Anne', undefined]);
    expect([...disk.collections.keys()].filter((name) => name.endsWith('_1'))).toEqual([]);
    for (const collection of replicatedCollections) expect(cache.verifiedHead(collection)).toBe(1);
    cache = await open();
    expect([cache.copy.epoch, await nameOf('a')]).toEqual(['epoch-2', 'Anne']);
  });

  it('[L8] a page of the former epoch that arrives after the switch is void', async () => {
    source.changes(aClerk('b', 3, 'Berta'));
    const pages = holdPages();
    const late = cache.pull(['clerks']);
    await settled();
    const [page] = pages.held.splice(0);
    source.onItsWay = async (_collection, each) => each;
    expect(await cache.reset(source.restore('epoch-2', aClerk('a', 1, 'Anne')))).toBe('switched');
    page?.arrive();
    expect(await late).toBe('offline');
    expect([await nameOf('a'), await nameOf('b')]).toEqual(['Anne', undefined]);
    expect([...disk.collections.keys()]).not.toContain('clerks_1');
  });

  it('[L8] a page of the former copy, written while everybody moves over, is no news of the new one', async () => {
    source.changes(aClerk('b', 3, 'Berta'));
    const pages = holdPages();
    const late = cache.pull(['clerks']);
    await setImmediate();
    const [page] = pages.held.splice(0);
    source.onItsWay = async (_collection, each) => each;
    const received: string[] = [];
    cache.received$.subscribe(({ documents }) => received.push(...documents.map(({ id }) => id)));
    cache.whenSwitched(async () => {
      page?.arrive();
      await late;
    });
    expect(await cache.reset(source.restore('epoch-2', aClerk('a', 1, 'Anne')))).toBe('switched');
    expect(received).toEqual([]);
    source.changes(aClerk('c', 2, 'Cem'));
    await cache.pull(['clerks']);
    expect(received).toEqual(['c']);
  });

  it('[L8] a page of an epoch that nobody asked for is void', async () => {
    const epoch = epochSchema.parse('epoch-2');
    source.changes(aClerk('b', 3, 'Berta'));
    source.onItsWay = async (_collection, page) => ({ ...page, checkpoint: { ...page.checkpoint, epoch } });
    expect(await cache.pull(['clerks'])).toBe('offline');
    expect(await nameOf('b')).toBe('Bernd');
  });

  it('[L8] a rebuild cut off by the line goes on where it was', async () => {
    const next = source.restore('epoch-2', aClerk('a', 1, 'Anne'), aClerk('b', 2, 'Berta'));
    source.feed('clerks').pageSize = 1;
    let pages = 0;
    source.onItsWay = async (collection, page) => {
      pages += collection === 'clerks' ? 1 : 0;
      return pages < 2 ? page : undefined;
    };
    expect(await cache.reset(next)).toBe('offline');
    expect(await nameOf('b')).toBe('Bernd');
    source.onItsWay = async (_collection, page) => page;
    expect(await cache.reset(next)).toBe('switched');
    expect(source.feed('clerks').asked).toEqual([null, 1, 1]);
    expect(await nameOf('b')).toBe('Berta');
  });

  it('[L8] restored once more meanwhile: the rebuild of the epoch in between is given up', async () => {
    const between = source.restore('epoch-2', aClerk('a', 1, 'Anne'));
    source.onItsWay = async () => undefined;
    expect(await cache.reset(between)).toBe('offline');
    source.onItsWay = async (_collection, page) => page;
    expect(await cache.reset(source.restore('epoch-3', aClerk('a', 1, 'Änne')))).toBe('switched');
    expect([cache.copy.epoch, await nameOf('a')]).toEqual(['epoch-3', 'Änne']);
    expect(new Set([...disk.collections.keys()].map((name) => name.slice(-2)))).toEqual(new Set(['_3']));
  });

  it('[L8] a write error in the new copy itself: it is begun anew', async () => {
    const next = source.restore('epoch-2', aClerk('a', 1, 'Anne'));
    failingWrites = 1;
    expect(await cache.reset(next)).toBe('offline');
    expect(await nameOf('a')).toBe('Anna');
    expect(await cache.reset(next)).toBe('switched');
    expect(await nameOf('a')).toBe('Anne');
  });

  it('[L8] a crash while it is built leaves the old copy, and nothing beside it', async () => {
    const next = source.restore('epoch-2', aClerk('a', 1, 'Anne'));
    source.onItsWay = async (collection, page) => (collection === 'cases' ? undefined : page);
    expect(await cache.reset(next)).toBe('offline');
    cache = await open();
    expect([cache.copy.epoch, await nameOf('a')]).toEqual(['epoch-1', 'Anna']);
    expect([...disk.collections.keys()].filter((name) => !name.endsWith('_1'))).toEqual([]);
    source.onItsWay = async (_collection, page) => page;
    expect(await cache.reset(next)).toBe('switched');
    expect(await nameOf('a')).toBe('Anne');
  });

  it('[L8] who fails to move over costs nobody the new copy, at the next epoch neither', async () => {
    let fails = true;
    cache.whenSwitched(async () => {
      if (fails) throw new Error('a screen failed');
    });
    await expect(cache.reset(source.restore('epoch-2', aClerk('a', 1, 'Anne')))).rejects.toThrow();
    expect(await nameOf('a')).toBe('Anne');
    fails = false;
    const next = source.restore('epoch-3', aClerk('a', 1, 'Änne'));
    source.onItsWay = async () => undefined;
    expect(await cache.reset(next)).toBe('offline');
    expect(await nameOf('a')).toBe('Anne');
    source.onItsWay = async (_collection, page) => page;
    expect(await cache.reset(next)).toBe('switched');
    expect(await nameOf('a')).toBe('Änne');
  });
});

describe('[S9] other rights', () => {
  beforeEach(async () => {
    await cache.pull(replicatedCollections);
  });

  /** From now on the clerk sees one department more, and of the clerks only Anna. */
  function change(scopes: readonly string[]): void {
    source.restore(source.epoch, aClerk('a', 3, 'Anne'));
    source.scopes = scopes;
  }

  it('everything is built anew beside the old copy, which is read until the switch; what she may not see is gone', async () => {
    change(['bau/active']);
    const switched: number[] = [];
    cache.whenSwitched(async (collections) => {
      switched.push(collections.length);
      expect(await nameOf('b')).toBeUndefined();
    });
    const pages = holdPages();
    const pulled = cache.pull(['cases']);
    for (const collection of replicatedCollections) {
      await settled();
      expect(pages.collections()).toEqual([collection]);
      expect([await nameOf('a'), await nameOf('b')]).toEqual(['Anna', 'Bernd']);
      pages.next();
    }
    expect(await pulled).toBe('complete');
    expect([await nameOf('a'), await nameOf('b')]).toEqual(['Anne', undefined]);
    expect(switched).toEqual([replicatedCollections.length]);
    expect([...disk.collections.keys()].filter((name) => name.endsWith('_1'))).toEqual([]);
    expect(cache.copy.epoch).toBe(source.epoch);
    // and it stays so
    pages.letGo();
    expect(await cache.pull(replicatedCollections)).toBe('complete');
    expect(switched).toHaveLength(1);
  });

  it('found by a comparison: no collection is built for them alone, the next pull builds all together', async () => {
    change(['bau/active']);
    const switched: number[] = [];
    cache.whenSwitched(async (collections) => void switched.push(collections.length));
    expect(await cache.verify('clerks')).toBe('later');
    expect([switched, await nameOf('a'), await nameOf('b')]).toEqual([[], 'Anna', 'Bernd']);
    expect(await cache.pull(replicatedCollections)).toBe('complete');
    expect([switched, await nameOf('a'), await nameOf('b')]).toEqual([
      [replicatedCollections.length],
      'Anne',
      undefined,
    ]);
    expect(await cache.verify('clerks')).toBe('equal');
  });

  it('changed once more while the copy is built: no copy is half of the one and half of the other', async () => {
    change(['bau/active']);
    let switches = 0;
    cache.whenSwitched(async () => void switches++);
    let pages = 0;
    source.onItsWay = async (_collection, page) => {
      pages += 1;
      if (pages === 2) source.scopes = ['ordnung/active'];
      return page;
    };
    expect(await cache.pull(replicatedCollections)).toBe('offline');
    expect([switches, await nameOf('b')]).toEqual([0, 'Bernd']);
    expect(await cache.pull(replicatedCollections)).toBe('complete');
    expect([switches, await nameOf('b')]).toEqual([1, undefined]);
  });

  it('asked for by several pulls at once it is done once', async () => {
    change(['bau/active']);
    let switches = 0;
    cache.whenSwitched(async () => {
      switches += 1;
    });
    const results = await Promise.all([cache.pull(['cases']), cache.pull(['dossiers', 'clerks'])]);
    expect(results.toSorted()).toEqual(['complete', 'offline']);
    expect(switches).toBe(1);
  });

  it('the line drops while it is built: the old copy stays, and the next pull goes on', async () => {
    change(['bau/active']);
    source.onItsWay = async (collection, page) => (collection === 'dossiers' ? undefined : page);
    expect(await cache.pull(['cases'])).toBe('offline');
    expect(await nameOf('b')).toBe('Bernd');
    source.onItsWay = async (_collection, page) => page;
    expect(await cache.pull(['cases'])).toBe('complete');
    expect(await nameOf('b')).toBeUndefined();
  });

  it('changed once more while it is built: what was begun is thrown away', async () => {
    change(['bau/active']);
    source.onItsWay = async (collection, page) => (collection === 'dossiers' ? undefined : page);
    expect(await cache.pull(['cases'])).toBe('offline');
    change(['kasse/active']);
    source.onItsWay = async (_collection, page) => page;
    // the copy begun for the former rights is found out, and the next pull begins anew
    for (let result = 'offline'; result === 'offline'; ) result = await cache.pull(['cases']);
    expect(await nameOf('a')).toBe('Anne');
    const scopes = [...disk.collections.values()].map(({ checkpoint }) => checkpoint?.scopes.join());
    expect(new Set(scopes)).toEqual(new Set(['kasse/active']));
  });
});
