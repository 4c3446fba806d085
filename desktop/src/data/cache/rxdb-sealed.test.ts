import { randomBytes } from 'node:crypto';
import { clerk } from '@amtsstube/shared/domain/clerk';
import { berndKrueger } from '@amtsstube/shared/fixtures/test-town';
import { checkpoint } from '@amtsstube/shared/replication/messages';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { createRxDatabase, type RxStorage } from 'rxdb';
import { beforeEach, describe, expect, it } from 'vitest';
import { createMemoryHost } from '../../host/memory-host.ts';
import { type Cipher, keyFileLength, webCipher } from '../journal/cipher.ts';
import { describeBaseStorageContract } from './base-storage-contract.ts';
import { dexieStorage } from './rxdb-dexie.ts';
import { isReadable, sealedStorage } from './rxdb-sealed.ts';
import { openRxdbStorage } from './rxdb-storage.ts';

const bytes = (length: number) => new Uint8Array(randomBytes(length));

async function aDisk(keyFile = bytes(keyFileLength)) {
  const indexedDB = new IDBFactory();
  const cipher = await webCipher(keyFile);
  const dexie = dexieStorage({ indexedDB, IDBKeyRange });
  const sealed = sealedStorage(dexie, cipher, bytes);
  const { files } = createMemoryHost();
  return {
    indexedDB,
    dexie,
    cipher,
    sealed,
    open: () => openRxdbStorage({ name: 'desk', storage: sealed, files }),
  };
}

describeBaseStorageContract('sealed RxDB over IndexedDB', async () => (await aDisk()).open);

const schema = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: { id: { type: 'string', maxLength: 80 }, seq: { type: 'number' }, name: {}, note: {} },
  required: ['id', 'seq', 'name'],
} as const;

/** A name of its own for each test: Dexie knows open databases by name alone. */
let people = 0;
beforeEach(() => {
  people += 1;
});

async function openPeople(storage: RxStorage<unknown, unknown>) {
  const database = await createRxDatabase({
    name: `people${people}`,
    storage: storage as never,
    multiInstance: false,
  });
  const added = await database.addCollections({ people: { schema: schema as never } });
  if (added['people'] === undefined) throw new Error('no collection');
  return { database, people: added['people'] };
}

describe('what lies on the disk', () => {
  it('is sealed in every store of the database; ids, versions and revisions stay in clear', async () => {
    const { indexedDB, sealed } = await aDisk();
    const { database, people } = await openPeople(sealed);
    await people.bulkInsert([
      { id: 'a', seq: 1, name: 'Käthe Öhler', note: { street: 'Grüne Straße 7' } },
      { id: 'b', seq: 2, name: 'Jürgen Weiß' },
    ]);
    await (await people.findOne('b').exec())?.incrementalPatch({ name: 'Jürgen Groß' });
    await database.close();
    const text = JSON.stringify(await everything(indexedDB));
    expect(text).toContain('"id":"a"');
    expect(text).toContain('"seq":2');
    for (const secret of ['Käthe', 'Öhler', 'Grüne', 'Jürgen', 'Weiß', 'Gro'])
      expect(text).not.toContain(secret);
  });

  it('without the wrapper the same check finds the names', async () => {
    const { indexedDB, dexie } = await aDisk();
    const { database, people } = await openPeople(dexie);
    await people.insert({ id: 'a', seq: 1, name: 'Käthe Öhler' });
    await database.close();
    expect(JSON.stringify(await everything(indexedDB))).toContain('Käthe Öhler');
  });

  it('opens with its own key and with no other', async () => {
    const indexedDB = new IDBFactory();
    const dexie = dexieStorage({ indexedDB, IDBKeyRange });
    const right = await webCipher(bytes(keyFileLength));
    const { database, people } = await openPeople(sealedStorage(dexie, right, bytes));
    await people.insert({ id: 'a', seq: 1, name: 'Käthe' });
    const other = sealedStorage(dexie, await webCipher(bytes(keyFileLength)), bytes);
    await database.close();
    const again = await openPeople(sealedStorage(dexie, right, bytes));
    expect((await again.people.findOne('a').exec())?.toJSON()).toMatchObject({ name: 'Käthe', seq: 1 });
    await again.database.close();
    await expect(openPeople(other)).rejects.toThrow();
  });
});

describe('what is sealed', () => {
  it('can be queried by open fields, and a query on a sealed one throws', async () => {
    const { sealed } = await aDisk();
    const { database, people } = await openPeople(sealed);
    await people.insert({ id: 'a', seq: 1, name: 'Käthe' });
    expect(await people.find({ selector: { id: { $gt: '' } } }).exec()).toHaveLength(1);
    await expect(people.find({ selector: { name: 'Käthe' } }).exec()).rejects.toThrow('sealed field name');
    await expect(people.find({ selector: {}, sort: [{ name: 'asc' }] }).exec()).rejects.toThrow();
    await database.close();
  });

  it("can't be put under another document's id or revision", async () => {
    const { indexedDB, sealed } = await aDisk();
    const { database, people } = await openPeople(sealed);
    await people.bulkInsert([
      { id: 'a', seq: 1, name: 'Käthe' },
      { id: 'b', seq: 2, name: 'Jürgen' },
    ]);
    await database.close();
    await swapSealed(indexedDB, 'a', 'b');
    const again = await openPeople(sealed);
    const [read = {}] = await again.people.storageInstance.findDocumentsById(['a'], true);
    expect([isReadable(read), 'name' in read]).toEqual([false, false]);
    await again.database.close();
  });

  it('and damaged is missing from the copy, is told, and is written over by the next pull', async () => {
    const { indexedDB, dexie, cipher } = await aDisk();
    const { files } = createMemoryHost();
    let told = 0;
    const open = async () => {
      const storage = sealedStorage(dexie, cipher, bytes, () => {
        told += 1;
      });
      const base = await openRxdbStorage({ name: `desk${people}`, storage, files });
      return { base, clerks: await base.open('clerks', 1) };
    };
    const page = (seq: number, ...names: string[]) => ({
      documents: names.map((name) => ({
        collection: 'clerks' as const,
        id: name,
        seq,
        document: aClerk(name),
      })),
      checkpoint: checkpoint.parse({ epoch: 'first', seq, hash: `hash-${seq}`, scopes: ['all'] }),
      more: false,
    });
    const first = await open();
    await first.clerks.pull(async () => page(1, 'anna', 'bernd'));
    await first.base.close();
    await damage(indexedDB, 'anna');

    const second = await open();
    expect((await second.clerks.page('', 10)).map(({ id }) => id)).toEqual(['bernd']);
    expect(await second.clerks.get(['anna'])).toEqual([]);
    expect(told).toBeGreaterThan(0);
    expect(await second.clerks.pull(async () => page(2, 'anna'))).toBe('complete');
    expect((await second.clerks.page('', 10)).map(({ id, seq }) => [id, seq])).toEqual([
      ['anna', 2],
      ['bernd', 1],
    ]);
    await second.base.close();
  });
});

it('a pull opens nothing of what it writes over, and what was written over is what came', async () => {
  const { dexie, cipher } = await aDisk();
  let opened = 0;
  const counting: Cipher = {
    ...cipher,
    open: (...sealed) => {
      opened += 1;
      return cipher.open(...sealed);
    },
  };
  const { files } = createMemoryHost();
  const base = await openRxdbStorage({
    name: `desk${people}`,
    storage: sealedStorage(dexie, counting, bytes),
    files,
  });
  const clerks = await base.open('clerks', 1);
  const page = (seq: number, name: string, ids: readonly string[]) => ({
    documents: ids.map((id) => ({
      collection: 'clerks' as const,
      id,
      seq,
      document: clerk.parse({ ...berndKrueger, id, name }),
    })),
    checkpoint: checkpoint.parse({ epoch: 'first', seq, hash: `hash-${seq}`, scopes: ['all'] }),
    more: false,
  });
  const ids = Array.from({ length: 50 }, (_, index) => `clerk-${index}`);
  await clerks.pull(async () => page(1, 'Vorher', ids));
  opened = 0;
  await clerks.pull(async () => page(2, 'Nachher', ids.slice(0, 40)));
  // RxDB's checkpoint alone
  expect(opened).toBeLessThan(5);
  const read = await clerks.get(ids);
  expect(read.map(({ seq, document }) => [seq, (document as { name: string } | null)?.name])).toEqual([
    ...Array.from({ length: 40 }, () => [2, 'Nachher']),
    ...Array.from({ length: 10 }, () => [1, 'Vorher']),
  ]);
  await clerks.pull(async () => ({
    ...page(3, 'Fort', ['clerk-0']),
    documents: [{ collection: 'clerks' as const, id: 'clerk-0', seq: 3, document: null }],
  }));
  expect((await clerks.get(['clerk-0']))[0]).toMatchObject({ seq: 3, document: null });
  await base.close();
});

function aClerk(id: string) {
  return clerk.parse({ ...berndKrueger, id });
}

/** One byte of what is sealed is another one. */
async function damage(indexedDB: IDBFactory, id: string): Promise<void> {
  for (const { name } of await indexedDB.databases()) {
    if (!name?.includes('clerks') || name.includes('meta')) continue;
    const database = await opened(indexedDB, name);
    const store = database.transaction('docs', 'readwrite').objectStore('docs');
    const document = (await done(store.get(id))) as { sealed: string } | undefined;
    if (document) {
      const [last = ''] = document.sealed.slice(-1);
      const sealed = document.sealed.slice(0, -1) + String.fromCharCode(last.charCodeAt(0) ^ 1);
      await done(store.put({ ...document, sealed }));
    }
    database.close();
  }
}

async function everything(indexedDB: IDBFactory): Promise<unknown[]> {
  const found: unknown[] = [];
  for (const { name } of await indexedDB.databases()) {
    const database = await opened(indexedDB, name ?? '');
    for (const store of database.objectStoreNames) {
      found.push(await done(database.transaction(store).objectStore(store).getAll()));
    }
    database.close();
  }
  return found;
}

async function swapSealed(indexedDB: IDBFactory, one: string, other: string): Promise<void> {
  const names = (await indexedDB.databases()).map((each) => each.name ?? '');
  const name = names.find((each) => each.endsWith('people') && !each.includes('internal'));
  const database = await opened(indexedDB, name ?? '');
  const store = database.transaction('docs', 'readwrite').objectStore('docs');
  const a = (await done(store.get(one))) as { sealed: string };
  const b = (await done(store.get(other))) as { sealed: string };
  await done(store.put({ ...a, sealed: b.sealed }));
  database.close();
}

async function opened(indexedDB: IDBFactory, name: string): Promise<IDBDatabase> {
  return done(indexedDB.open(name)) as Promise<IDBDatabase>;
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
