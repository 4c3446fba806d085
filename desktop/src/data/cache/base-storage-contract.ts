import type { AnyDocument } from '@amtsstube/shared/domain/documents';
import { epoch } from '@amtsstube/shared/domain/ids';
import { replicatedCollections } from '@amtsstube/shared/replication/collections';
import type { VersionedDocument } from '@amtsstube/shared/replication/messages';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BaseCollection, type BaseStorage, firstCacheState } from './base-storage.ts';
import { aClerk } from './contract-documents.ts';
import { ContractFeed } from './contract-feed.ts';

/** One disk: each call opens it anew, after the former storage was closed. */
export type OpenOnDisk = () => Promise<BaseStorage>;

/** What every implementation of BaseStorage must obey. `makeDisk` gives an empty disk to each test. */
export function describeBaseStorageContract(name: string, makeDisk: () => Promise<OpenOnDisk>): void {
  describe(`base storage contract: ${name}`, () => {
    let open: OpenOnDisk;
    let storage: BaseStorage;
    let clerks: BaseCollection;
    let feed: ContractFeed;

    beforeEach(async () => {
      open = await makeDisk();
      storage = await open();
      clerks = await storage.open('clerks', 1);
      feed = new ContractFeed();
    });
    afterEach(async () => {
      await clerks.close();
      await storage.close();
    });

    async function restart(): Promise<void> {
      await clerks.close();
      await storage.close();
      storage = await open();
      clerks = await storage.open('clerks', 1);
    }

    describe('pull', () => {
      it('takes all pages, each from the checkpoint of the one before', async () => {
        feed.changes(aClerk('a', 1), aClerk('b', 2), aClerk('c', 3), aClerk('d', 4), aClerk('e', 5));
        feed.pageSize = 2;
        expect(await clerks.pull(feed.fetchPage)).toBe('complete');
        expect(feed.asked).toEqual([null, 2, 4]);
        expect(await clerks.page('', 10)).toEqual(feed.documents);
      });

      it('of nothing is complete, again and again', async () => {
        expect(await clerks.pull(feed.fetchPage)).toBe('complete');
        expect(await clerks.pull(feed.fetchPage)).toBe('complete');
        expect(feed.asked).toHaveLength(2);
        expect(await clerks.page('', 10)).toEqual([]);
      });

      it('goes on behind a page that is empty', async () => {
        feed.changes(aClerk('a', 1), aClerk('b', 2));
        feed.pageSize = 1;
        feed.emptyPages.add(0).add(1);
        expect(await clerks.pull(feed.fetchPage)).toBe('complete');
        expect(await clerks.page('', 10)).toEqual(feed.documents);
      });

      it('keeps what a newer program wrote word for word, and knows it again after a restart', async () => {
        const { id, document } = aClerk('a', 1);
        const newer = { ...document, nickname: 'Änni', desk: { floor: 2 } } as unknown as AnyDocument;
        const version = { collection: 'clerks', id, seq: 1, document: newer, isNewer: true } as const;
        feed.changes(version);
        await clerks.pull(feed.fetchPage);
        await restart();
        expect(await clerks.get(['a'])).toEqual([version]);
        expect(await clerks.page('', 10)).toEqual([version]);
        feed.changes(aClerk('a', 2));
        await clerks.pull(feed.fetchPage);
        expect(await clerks.get(['a'])).toEqual([aClerk('a', 2)]);
      });

      it('overwrites by the newer version', async () => {
        feed.changes(aClerk('a', 1, 'Anna'), aClerk('b', 2, 'Bernd'));
        await clerks.pull(feed.fetchPage);
        feed.changes(aClerk('a', 3, 'Änne'));
        await clerks.pull(feed.fetchPage);
        expect(await clerks.get(['a'])).toEqual([aClerk('a', 3, 'Änne')]);
        expect(await clerks.page('', 10)).toEqual([aClerk('a', 3, 'Änne'), aClerk('b', 2, 'Bernd')]);
      });

      it('of two versions in one cycle keeps the last', async () => {
        feed.pageSize = 1;
        feed.keepsFormerVersions = true;
        feed.changes(aClerk('a', 1, 'Anna'), aClerk('a', 2, 'Änne'), aClerk('a', 3, 'Anne'));
        await clerks.pull(feed.fetchPage);
        expect(await clerks.get(['a'])).toEqual([aClerk('a', 3, 'Anne')]);
      });

      it('brings back what was removed', async () => {
        feed.changes(aClerk('a', 1));
        await clerks.pull(feed.fetchPage);
        feed.changes(removed('a', 2));
        await clerks.pull(feed.fetchPage);
        feed.changes(aClerk('a', 3, 'wieder da'));
        await clerks.pull(feed.fetchPage);
        expect(await clerks.page('', 10)).toEqual([aClerk('a', 3, 'wieder da')]);
      });

      it('goes on where it was stopped, and loses nothing of it', async () => {
        feed.changes(aClerk('a', 1), aClerk('b', 2), aClerk('c', 3));
        feed.pageSize = 1;
        feed.failsAfterPages = 2;
        expect(await clerks.pull(feed.fetchPage)).toBe('stopped');
        expect(await clerks.page('', 10)).toEqual([aClerk('a', 1), aClerk('b', 2)]);
        feed.failsAfterPages = undefined;
        expect(await clerks.pull(feed.fetchPage)).toBe('complete');
        expect(feed.asked).toEqual([null, 1, 2, 2]);
        expect(await clerks.page('', 10)).toEqual(feed.documents);
      });

      it('goes on from its checkpoint after a restart', async () => {
        feed.changes(aClerk('a', 1), aClerk('b', 2));
        await clerks.pull(feed.fetchPage);
        await restart();
        expect(await clerks.page('', 10)).toEqual(feed.documents);
        feed.changes(aClerk('c', 3), removed('a', 4));
        await clerks.pull(feed.fetchPage);
        expect(feed.asked).toEqual([null, 2]);
        expect(await clerks.page('', 10)).toEqual([aClerk('b', 2), aClerk('c', 3)]);
      });

      it('throws what the question for a page threw, and can be asked again', async () => {
        feed.changes(aClerk('a', 1));
        const bug = new Error('a bug in the page source');
        await expect(clerks.pull(() => Promise.reject(bug))).rejects.toThrow(bug);
        expect(await clerks.pull(feed.fetchPage)).toBe('complete');
        expect(await clerks.page('', 10)).toEqual(feed.documents);
      });

      it('ends as stopped when the collection is closed under it', async () => {
        let isAsked: () => void = () => undefined;
        const asked = new Promise<void>((resolve) => {
          isAsked = resolve;
        });
        let answer: (page: undefined) => void = () => undefined;
        const pulling = clerks.pull(() => {
          isAsked();
          return new Promise((resolve) => {
            answer = resolve;
          });
        });
        await asked;
        const closing = clerks.close();
        answer(undefined);
        expect(await pulling).toBe('stopped');
        await closing;
      });
    });

    describe('reading', () => {
      it('get finds documents and tombstones, and leaves out what was never there', async () => {
        feed.changes(aClerk('a', 1), aClerk('b', 2));
        await clerks.pull(feed.fetchPage);
        feed.changes(removed('b', 3), removed('never-seen', 4));
        await clerks.pull(feed.fetchPage);
        expect(byId(await clerks.get(['b', 'a', 'unknown', 'never-seen']))).toEqual([
          aClerk('a', 1),
          removed('b', 3),
          removed('never-seen', 4),
        ]);
        expect(await clerks.get([])).toEqual([]);
      });

      it('page gives ids in the order of code units, without tombstones, after the id that is named', async () => {
        const ids = ['b', 'a', 'Z', 'a-10', 'a-2', 'a~', 'B', 'gone'];
        feed.changes(...ids.map((id, index) => aClerk(id, index + 1)));
        feed.changes(removed('gone', ids.length + 1));
        await clerks.pull(feed.fetchPage);
        const inOrder = ids.filter((id) => id !== 'gone').toSorted();
        expect((await clerks.page('', 100)).map(({ id }) => id)).toEqual(inOrder);
        const paged: string[] = [];
        for (let page = await clerks.page('', 3); page.length > 0; ) {
          paged.push(...page.map(({ id }) => id));
          page = await clerks.page(paged.at(-1) ?? '', 3);
        }
        expect(paged).toEqual(inOrder);
      });

      it('written$ names what was written, once it can be read', async () => {
        const written: VersionedDocument[] = [];
        const readable: Promise<boolean>[] = [];
        clerks.written$.subscribe((documents) => {
          written.push(...documents);
          readable.push(isReadable(clerks, documents));
        });
        feed.changes(aClerk('a', 1), aClerk('b', 2));
        await clerks.pull(feed.fetchPage);
        await clerks.page('', 10);
        feed.changes(aClerk('a', 3, 'neu'), removed('b', 4));
        await clerks.pull(feed.fetchPage);
        // in which order those of one page are told isn't promised: RxDB compares them side by side
        const bySeq = written.toSorted((one, other) => one.seq - other.seq);
        expect(bySeq).toEqual([aClerk('a', 1), aClerk('b', 2), aClerk('a', 3, 'neu'), removed('b', 4)]);
        expect(await Promise.all(readable)).not.toContain(false);
      });
    });

    describe('one that is laid down', () => {
      it('opens by itself where it is used again, goes on from its checkpoint, and tells what it writes', async () => {
        const written: number[] = [];
        clerks.written$.subscribe((documents) => written.push(...documents.map(({ seq }) => seq)));
        feed.changes(aClerk('a', 1));
        await clerks.pull(feed.fetchPage);
        await clerks.layDown();
        await clerks.layDown();
        expect(await clerks.get(['a'])).toEqual([aClerk('a', 1)]);
        await clerks.layDown();
        feed.changes(aClerk('b', 2));
        await clerks.pull(feed.fetchPage);
        expect(feed.asked).toEqual([null, 1]);
        expect(await clerks.page('', 10)).toEqual(feed.documents);
        expect(written).toEqual([1, 2]);
      });

      it('waits for who reads, and is opened for who comes meanwhile', async () => {
        feed.changes(aClerk('a', 1));
        await clerks.pull(feed.fetchPage);
        const before = clerks.get(['a']);
        const down = clerks.layDown();
        const after = clerks.page('', 10);
        expect(await before).toEqual([aClerk('a', 1)]);
        expect(await after).toEqual([aClerk('a', 1)]);
        await down;
      });

      it('takes no place of another: all collections twice are never open at once', async () => {
        for (const generation of [2, 3])
          for (const collection of replicatedCollections) {
            const other = await storage.open(collection, generation);
            expect(await other.page('', 10)).toEqual([]);
            await other.layDown();
          }
      });

      it('can be removed', async () => {
        feed.changes(aClerk('a', 1));
        await clerks.pull(feed.fetchPage);
        await clerks.layDown();
        await clerks.remove();
        clerks = await storage.open('clerks', 1);
        expect(await clerks.page('', 10)).toEqual([]);
      });
    });

    describe('generations', () => {
      it('lie beside each other and know nothing of each other', async () => {
        feed.changes(aClerk('a', 1));
        await clerks.pull(feed.fetchPage);
        const second = await storage.open('clerks', 2);
        expect(await second.page('', 10)).toEqual([]);
        feed.changes(aClerk('b', 2));
        await second.pull(feed.fetchPage);
        expect(feed.asked).toEqual([null, null]);
        expect(await second.page('', 10)).toEqual(feed.documents);
        expect(await clerks.page('', 10)).toEqual([aClerk('a', 1)]);
        await second.close();
      });

      it('[L7] a removed one starts empty when it is opened again, checkpoint and all', async () => {
        feed.changes(aClerk('a', 1), aClerk('b', 2));
        await clerks.pull(feed.fetchPage);
        await clerks.remove();
        clerks = await storage.open('clerks', 1);
        expect(await clerks.page('', 10)).toEqual([]);
        expect(await clerks.get(['a', 'b'])).toEqual([]);
        await clerks.pull(feed.fetchPage);
        expect(feed.asked).toEqual([null, null]);
        expect(await clerks.page('', 10)).toEqual(feed.documents);
      });

      it('[L7] one that was left by a crash is removed at once after opening', async () => {
        feed.changes(aClerk('a', 1));
        await clerks.pull(feed.fetchPage);
        await clerks.close();
        await (await storage.open('clerks', 1)).remove();
        clerks = await storage.open('clerks', 1);
        expect(await clerks.page('', 10)).toEqual([]);
      });

      it('removing one leaves the other alone', async () => {
        const second = await storage.open('clerks', 2);
        feed.changes(aClerk('a', 1));
        await second.pull(feed.fetchPage);
        await clerks.pull(feed.fetchPage);
        await second.remove();
        expect(await clerks.page('', 10)).toEqual(feed.documents);
      });

      it('[L7] [L8] those that are not named as present are deleted, older and newer ones', async () => {
        feed.changes(aClerk('a', 1));
        await clerks.pull(feed.fetchPage);
        for (const generation of [2, 3]) {
          const other = await storage.open('clerks', generation);
          await other.pull(feed.fetchPage);
          await other.close();
        }
        await clerks.close();
        await storage.removeOthers([{ collection: 'clerks', generation: 2 }]);
        clerks = await storage.open('clerks', 2);
        expect(await clerks.page('', 10)).toEqual(feed.documents);
        for (const generation of [1, 3]) {
          const removedOne = await storage.open('clerks', generation);
          expect(await removedOne.page('', 10)).toEqual([]);
          await removedOne.close();
        }
      });

      it('can be begun and removed many times', async () => {
        feed.changes(aClerk('a', 1));
        for (let generation = 2; generation <= 20; generation += 1) {
          const next = await storage.open('clerks', generation);
          await next.pull(feed.fetchPage);
          expect(await next.page('', 10)).toEqual(feed.documents);
          await next.remove();
        }
      });
    });

    describe('state', () => {
      it('is undefined at first, then what was written last, over a restart', async () => {
        expect(await storage.readState()).toBeUndefined();
        const state = firstCacheState(null);
        await storage.writeState(state);
        const next = { ...state, epoch: epoch.parse('epoch-1'), lastGeneration: 2 };
        await storage.writeState(next);
        expect(await storage.readState()).toEqual(next);
        await restart();
        expect(await storage.readState()).toEqual(next);
      });
    });
  });
}

function removed(id: string, seq: number): VersionedDocument {
  return { collection: 'clerks', id, seq, document: null };
}

function byId(documents: readonly VersionedDocument[]): readonly VersionedDocument[] {
  return documents.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

async function isReadable(base: BaseCollection, written: readonly VersionedDocument[]): Promise<boolean> {
  const [found, page] = [await base.get(written.map(({ id }) => id)), await base.page('', 100)];
  return written.every(
    ({ id, seq, document }) =>
      (found.find((each) => each.id === id)?.seq ?? -1) >= seq &&
      (document === null || (page.find((each) => each.id === id)?.seq ?? Number.MAX_VALUE) >= seq),
  );
}
