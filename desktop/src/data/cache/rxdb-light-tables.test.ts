import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { expect, it, vi } from 'vitest';
import { createMemoryHost } from '../../host/memory-host.ts';
import { aClerk } from './contract-documents.ts';
import { ContractFeed } from './contract-feed.ts';
import { dexieStorage } from './rxdb-dexie.ts';
import { lightenTables } from './rxdb-light-tables.ts';
import { openRxdbStorage } from './rxdb-storage.ts';

async function aTable() {
  const database = new Dexie('desk', { indexedDB: new IDBFactory(), IDBKeyRange });
  lightenTables(database);
  database.version(1).stores({ docs: 'id, [_deleted+id], [_meta.lwt+id], _meta.lwt', attachments: 'id' });
  await database.open();
  return { database, docs: database.table<{ id: string; text: string }>('docs') };
}

it('keeps no index that nobody reads by', async () => {
  const { docs } = await aTable();
  expect(docs.schema.indexes.map(({ name }) => name)).toEqual(['[_deleted+id]']);
});

it('a first copy is written without asking the empty table for each document', async () => {
  const get = vi.spyOn(IDBObjectStore.prototype, 'get');
  const storage = await openRxdbStorage({
    name: 'desk',
    storage: dexieStorage({ indexedDB: new IDBFactory(), IDBKeyRange }),
    files: createMemoryHost().files,
  });
  const clerks = await storage.open('clerks', 1);
  const ids = Array.from({ length: 200 }, (_, index) => `clerk-${index}`);
  const feed = new ContractFeed();
  feed.changes(...ids.map((id, index) => aClerk(id, index + 1)));
  get.mockClear();
  await clerks.pull(feed.fetchPage);
  // RxDB's own few, of the checkpoint
  expect(get.mock.calls.length).toBeLessThan(10);
  expect(await clerks.get(ids)).toHaveLength(200);
  get.mockRestore();
  await clerks.close();
  await storage.close();
});

it('finds what was written, also beside what was not, in the order asked for', async () => {
  const { docs } = await aTable();
  expect(await docs.bulkGet(['a', 'b'])).toEqual([undefined, undefined]);
  await docs.bulkPut([
    { id: 'a', text: '1' },
    { id: 'c', text: '3' },
  ]);
  await docs.add({ id: 'd', text: '4' });
  expect((await docs.bulkGet(['d', 'b', 'a', 'c'])).map((found) => found?.text)).toEqual([
    '4',
    undefined,
    '1',
    '3',
  ]);
  await docs.delete('a');
  expect(await docs.bulkGet(['a'])).toEqual([undefined]);
});

it('looks into a table that had something in it, and one that another has filled before it was asked for', async () => {
  const { database, docs } = await aTable();
  await docs.put({ id: 'a', text: '1' });
  database.close();
  await database.open();
  expect((await docs.bulkGet(['b', 'a'])).map((found) => found?.text)).toEqual([undefined, '1']);
});

it('an absent document is answered within a transaction, which goes on', async () => {
  const { database, docs } = await aTable();
  await docs.bulkGet(['a']);
  await database.transaction('rw', docs, async () => {
    expect(await docs.bulkGet(['a', 'b'])).toEqual([undefined, undefined]);
    await docs.bulkPut([{ id: 'a', text: '1' }]);
    expect((await docs.bulkGet(['a', 'b'])).map((found) => found?.text)).toEqual(['1', undefined]);
  });
  expect(await docs.count()).toBe(1);
});
