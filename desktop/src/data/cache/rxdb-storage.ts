import type { ReplicatedCollection } from '@amtsstube/shared/replication/collections';
import { rxSchemaOf } from '@amtsstube/shared/replication/rx-schema';
import {
  createRxDatabase,
  type RxCollection,
  type RxConflictHandler,
  type RxDatabase,
  type RxStorage,
} from 'rxdb';
import type { SmallFiles } from '../../host/host.ts';
import type { BaseStorage } from './base-storage.ts';
import { readCacheState, writeCacheState } from './cache-state-file.ts';
import { RxdbCollection, type Stored } from './rxdb-collection.ts';
import { isOfOtherSchema, nameOf, removeStored, storedNames } from './rxdb-stored.ts';

export interface RxdbStorageOptions {
  readonly name: string;
  readonly storage: RxStorage<unknown, unknown>;
  readonly files: SmallFiles;
}

/** The desk's copy in RxDB. Pull-only replication always overwrites local documents: the server's word is final. */
export async function openRxdbStorage({ name, storage, files }: RxdbStorageOptions): Promise<BaseStorage> {
  const database = await createRxDatabase({
    name,
    storage: storage as RxStorage<object, object>,
    // one window owns the database (Host.claimOwnership): no election, no broadcast
    multiInstance: false,
    eventReduce: false,
    closeDuplicates: true,
  });
  return {
    open: async (collection, generation) => {
      const opened = new RxdbCollection({
        collection,
        generation,
        openRx: () => openOne(database, collection, generation),
        removeStored: () => removeStored(database, nameOf(collection, generation)),
      });
      await opened.wake();
      return opened;
    },
    removeOthers: async (present) => {
      for (const name of await storedNames(database)) {
        if (!present.some((each) => nameOf(each.collection, each.generation) === name))
          await removeStored(database, name);
      }
    },
    readState: () => readCacheState(files, name),
    writeState: (state) => writeCacheState(files, name, state),
    close: async () => {
      await database.close();
    },
  };
}

async function openOne(
  database: RxDatabase,
  collection: ReplicatedCollection,
  generation: number,
): Promise<RxCollection<Stored>> {
  const name = nameOf(collection, generation);
  const add = () =>
    database.addCollections({
      [name]: { schema: rxSchemaOf(collection) as never, conflictHandler: sameVersion },
    });
  const added = await add().catch(async (error: unknown) => {
    if (!isOfOtherSchema(error)) throw error;
    // written by another version of this program: a copy is fetched anew rather than converted
    await removeStored(database, name);
    return add();
  });
  const opened = added[name];
  if (opened === undefined) throw new Error(`RxDB did not open ${name}`);
  return opened as unknown as RxCollection<Stored>;
}

/** The server's documents are never changed here, so one id at one `seq` is one document (S6). */
const sameVersion: RxConflictHandler<Stored> = {
  isEqual: (a, b) => a.seq === b.seq && a._deleted === b._deleted,
  resolve: async ({ realMasterState }) => realMasterState,
};
