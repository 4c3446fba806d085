import type { RxStorage } from 'rxdb';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';

/** RxDB's free, durable storage over IndexedDB. What is lost here is fetched again; what is precious is in the journal. */
export function dexieStorage(): RxStorage<unknown, unknown> {
  return getRxStorageDexie() as RxStorage<unknown, unknown>;
}
