import type { ReplicatedCollection } from '@amtsstube/shared/replication/collections';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { SmallFiles } from '../../host/host.ts';
import type { BaseStorage } from './base-storage.ts';
import { dexieStorage } from './rxdb-dexie.ts';
import { openRxdbStorage } from './rxdb-storage.ts';
import { nameOf } from './rxdb-stored.ts';

/** For tests: one PC's IndexedDB, with a hand on what lies in it below RxDB. It outlives each storage opened on it. */
export class RxdbTestDisk {
  readonly #indexedDB = new IDBFactory();
  readonly #storage = dexieStorage({ indexedDB: this.#indexedDB, IDBKeyRange });

  open(name: string, files: SmallFiles): Promise<BaseStorage> {
    return openRxdbStorage({ name, storage: this.#storage, files });
  }

  /** How many documents a copy holds, removed ones included. A removed copy is emptied: RxDB leaves the table. */
  async count(collection: ReplicatedCollection, generation: number): Promise<number> {
    const store = await this.#documents(collection, generation, 'readonly');
    if (store === undefined) return 0;
    const count = await done(store.count());
    store.transaction.db.close();
    return count;
  }

  /** One document is gone from the database file, as after a write that failed. No storage may be open. */
  async lose(collection: ReplicatedCollection, generation: number, id: string): Promise<void> {
    const store = await this.#documents(collection, generation, 'readwrite');
    if (store === undefined) throw new Error(`no copy ${nameOf(collection, generation)}`);
    await done(store.delete(id));
    store.transaction.db.close();
  }

  /** One document lies there as it was before its last write. No storage may be open. */
  async age(collection: ReplicatedCollection, generation: number, id: string): Promise<void> {
    const store = await this.#documents(collection, generation, 'readwrite');
    if (store === undefined) throw new Error(`no copy ${nameOf(collection, generation)}`);
    const present = (await done(store.get(id))) as { seq: number };
    await done(store.put({ ...present, seq: present.seq - 1 }));
    store.transaction.db.close();
  }

  async #documents(
    collection: ReplicatedCollection,
    generation: number,
    mode: IDBTransactionMode,
  ): Promise<IDBObjectStore | undefined> {
    const ending = `--${nameOf(collection, generation)}`;
    const found = (await this.#indexedDB.databases()).find(({ name }) => name?.endsWith(ending));
    if (found?.name === undefined) return undefined;
    const database = await done(this.#indexedDB.open(found.name));
    return database.transaction('docs', mode).objectStore('docs');
  }
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB failed'));
  });
}
