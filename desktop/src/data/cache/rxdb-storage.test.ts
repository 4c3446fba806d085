import { IDBFactory, IDBIndex, IDBKeyRange } from 'fake-indexeddb';
import { createRxDatabase, type RxStorage } from 'rxdb';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { describe, expect, it, vi } from 'vitest';
import { createMemoryHost } from '../../host/memory-host.ts';
import { describeBaseStorageContract } from './base-storage-contract.ts';
import { aClerk } from './contract-documents.ts';
import { ContractFeed } from './contract-feed.ts';
import { dexieStorage } from './rxdb-dexie.ts';
import { openRxdbStorage } from './rxdb-storage.ts';

const name = 'desk';

function aDisk() {
  const storage = dexieStorage({ indexedDB: new IDBFactory(), IDBKeyRange });
  const { files } = createMemoryHost();
  return { storage, open: () => openRxdbStorage({ name, storage, files }) };
}

describeBaseStorageContract('RxDB over IndexedDB', async () => aDisk().open);

describe('RxDB', () => {
  it('a copy that another version of the program made with other fields begins empty', async () => {
    const disk = aDisk();
    const former = await createRxDatabase({ name, storage: disk.storage as never, multiInstance: false });
    const schema = {
      version: 0,
      primaryKey: 'id',
      type: 'object',
      properties: { id: { type: 'string', maxLength: 80 }, formerField: {} },
    };
    const { clerks_1 } = await former.addCollections({ clerks_1: { schema: schema as never } });
    await clerks_1!.insert({ id: 'a', formerField: 'x' });
    await former.close();

    const storage = await disk.open();
    const clerks = await storage.open('clerks', 1);
    expect(await clerks.page('', 10)).toEqual([]);
    const feed = new ContractFeed();
    feed.changes(aClerk('a', 1));
    await clerks.pull(feed.fetchPage);
    expect(await clerks.page('', 10)).toEqual(feed.documents);
    await clerks.close();
    await storage.close();
  });

  it('reads a page in one request, without a cursor, and gives what RxDB itself would', async () => {
    const indexedDB = new IDBFactory();
    const { files } = createMemoryHost();
    const plain = getRxStorageDexie({ indexedDB, IDBKeyRange }) as RxStorage<unknown, unknown>;
    const openOn = (storage: RxStorage<unknown, unknown>) => openRxdbStorage({ name, storage, files });
    const filling = await openOn(plain);
    const feed = new ContractFeed();
    feed.changes(aClerk('a', 1), aClerk('b', 2), aClerk('c', 3), aClerk('d', 4), aClerk('e', 5));
    feed.changes({ ...aClerk('c', 6), document: null });
    const clerks = await filling.open('clerks', 1);
    await clerks.pull(feed.fetchPage);
    const pages = [await clerks.page('', 2), await clerks.page('b', 2), await clerks.page('e', 2)];
    expect(pages.map((page) => page.map(({ id }) => id))).toEqual([['a', 'b'], ['d', 'e'], []]);
    await clerks.close();
    await filling.close();

    const storage = await openOn(dexieStorage({ indexedDB, IDBKeyRange }));
    const again = await storage.open('clerks', 1);
    const cursors = vi.spyOn(IDBIndex.prototype, 'openCursor');
    expect([await again.page('', 2), await again.page('b', 2), await again.page('e', 2)]).toEqual(pages);
    expect(cursors).not.toHaveBeenCalled();
    cursors.mockRestore();
    await again.close();
    await storage.close();
  });

  it('reads nothing of the copy to find out what is to be pushed: nothing ever is', async () => {
    const indexedDB = new IDBFactory();
    const { files } = createMemoryHost();
    const open = () => openRxdbStorage({ name, storage: dexieStorage({ indexedDB, IDBKeyRange }), files });
    const storage = await open();
    const clerks = await storage.open('clerks', 1);
    const feed = new ContractFeed();
    feed.changes(aClerk('a', 1), aClerk('b', 2));
    await clerks.pull(feed.fetchPage);
    await clerks.close();
    await storage.close();

    const again = await open();
    const cursors = vi.spyOn(IDBIndex.prototype, 'openCursor');
    const reopened = await again.open('clerks', 1);
    feed.changes(aClerk('c', 3));
    await reopened.pull(feed.fetchPage);
    await reopened.pull(feed.fetchPage);
    await reopened.close();
    const asked = cursors.mock.contexts.map((index) => (index as IDBIndex).objectStore.transaction.db.name);
    expect(asked.filter((database) => database.includes('clerks'))).toEqual([]);
    cursors.mockRestore();
    await again.close();
  });
});
