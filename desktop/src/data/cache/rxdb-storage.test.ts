import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { createRxDatabase } from 'rxdb';
import { describe, expect, it } from 'vitest';
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
});
