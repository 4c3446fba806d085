import type { AnyDocument } from '@amtsstube/shared/domain/documents';
import type { ReplicatedCollection } from '@amtsstube/shared/replication/collections';
import { type Checkpoint, checkpoint, type VersionedDocument } from '@amtsstube/shared/replication/messages';
import { rxSchemaOf } from '@amtsstube/shared/replication/rx-schema';
import {
  createRxDatabase,
  normalizeMangoQuery,
  prepareQuery,
  type RxCollection,
  type RxConflictHandler,
  type RxDatabase,
  type RxDocumentData,
  type RxStorage,
  type RxStorageInstance,
  type WithDeleted,
} from 'rxdb';
import { type RxReplicationState, replicateRxCollection } from 'rxdb/plugins/replication';
import { map, type Observable } from 'rxjs';
import type { SmallFiles } from '../../host/host.ts';
import type { BaseCollection, BaseStorage, FetchedPage, FetchPage } from './base-storage.ts';
import { readCacheState, writeCacheState } from './cache-state-file.ts';
import { hasHeads, isReadable } from './rxdb-sealed.ts';
import { isOfOtherSchema, nameOf, removeStored, storedNames } from './rxdb-stored.ts';

/** A server document with its version, as RxDB keeps it. */
type Stored = { id: string; seq: number; isNewer?: true } & Record<string, unknown>;

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
    open: async (collection, generation) =>
      new RxdbCollection(collection, generation, await openOne(database, collection, generation), database),
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

class RxdbCollection implements BaseCollection {
  readonly collection: ReplicatedCollection;
  readonly generation: number;
  readonly written$: Observable<readonly VersionedDocument[]>;
  readonly #rx: RxCollection<Stored>;
  readonly #replication: RxReplicationState<Stored, Checkpoint>;
  readonly #findDocuments: RxStorageInstance<Stored, unknown, unknown>['findDocumentsById'];
  #cycle: Cycle | undefined;

  constructor(
    collection: ReplicatedCollection,
    generation: number,
    rx: RxCollection<Stored>,
    database: RxDatabase,
  ) {
    this.collection = collection;
    this.generation = generation;
    this.#rx = rx;
    const { storageInstance } = rx;
    this.#findDocuments = storageInstance.findDocumentsById.bind(storageInstance);
    const original: object = storageInstance.originalStorageInstance;
    // for each document that comes, the replication asks what is here, only to compare: nothing is opened for that
    if (hasHeads(original)) storageInstance.findDocumentsById = original.findHeadsById;
    this.written$ = rx.storageInstance
      .changeStream()
      .pipe(
        map(({ events }) =>
          events.map(({ documentData }) => this.#versioned(documentData as RxDocumentData<Stored>)),
        ),
      );
    this.#replication = replicateRxCollection<Stored, Checkpoint>({
      replicationIdentifier: `${database.name}-${rx.name}`,
      collection: rx,
      live: true,
      waitForLeadership: false,
      toggleOnDocumentVisible: false,
      pull: {
        // RxDB asks on while a page has at least this many documents: our pages are cut by bytes too, so any
        // page that is not empty goes on, and the handler ends the cycle with an empty one
        batchSize: 1,
        handler: async (from) => {
          const page = await this.#cycle?.next(from === undefined ? null : checkpoint.parse(from));
          return page
            ? { documents: page.documents.map(toStored), checkpoint: page.checkpoint }
            : { documents: [], checkpoint: from };
        },
      },
    });
  }

  async pull(fetchPage: FetchPage): Promise<'complete' | 'stopped'> {
    // the first cycle, which RxDB starts by itself, must be over: it would end ours
    await this.#replication.awaitInitialReplication();
    const cycle = new Cycle(fetchPage);
    this.#cycle = cycle;
    this.#replication.reSync();
    try {
      return await cycle.ended;
    } finally {
      this.#cycle = undefined;
      const state = this.#replication.internalReplicationState;
      await state?.streamQueue.down;
      // RxDB writes the checkpoint behind the documents, and not at all when it is closed before
      await state?.checkpointQueue;
    }
  }

  async get(ids: readonly string[]): Promise<readonly VersionedDocument[]> {
    if (ids.length === 0) return [];
    const found = await this.#findDocuments([...ids], true);
    return found.filter(isReadable).map((stored) => this.#versioned(stored));
  }

  async page(afterId: string, limit: number): Promise<readonly VersionedDocument[]> {
    const { storageInstance, schema } = this.#rx;
    const query = normalizeMangoQuery<Stored>(schema.jsonSchema, {
      selector: { id: { $gt: afterId }, _deleted: { $eq: false } },
      sort: [{ id: 'asc' }],
      limit,
    } as never);
    // not through RxDB's documents: thousands at once are read here, and each of them would be cloned and kept
    const { documents } = await storageInstance.query(prepareQuery(schema.jsonSchema, query));
    return documents.filter(isReadable).map((stored) => this.#versioned(stored));
  }

  async close(): Promise<void> {
    this.#cycle?.stop();
    await this.#replication.cancel();
    await this.#rx.close();
  }

  async remove(): Promise<void> {
    this.#cycle?.stop();
    await this.#replication.cancel();
    // not replication.remove(): that leaves ghost documents (measured); this deletes the meta data too
    await this.#rx.remove();
  }

  #versioned(stored: RxDocumentData<Stored>): VersionedDocument {
    const { _deleted, _meta, _rev, _attachments, seq, isNewer, ...rest } = stored;
    return {
      collection: this.collection,
      id: stored.id,
      seq,
      document: _deleted ? null : (rest as unknown as AnyDocument),
      ...(isNewer && { isNewer }),
    };
  }
}

function toStored({ id, seq, document, isNewer }: VersionedDocument): WithDeleted<Stored> {
  if (document === null) return { id, seq, _deleted: true };
  return { ...document, id, seq, ...(isNewer && { isNewer }), _deleted: false };
}

/** One run through the pages. RxDB fetches ahead while it writes; the cycle ends with an empty answer. */
class Cycle {
  readonly ended: Promise<'complete' | 'stopped'>;
  readonly #fetchPage: FetchPage;
  #end: (result: 'complete' | 'stopped') => void = () => undefined;
  #fail: (error: unknown) => void = () => undefined;
  #last: 'more' | 'complete' | 'stopped' = 'more';

  constructor(fetchPage: FetchPage) {
    this.#fetchPage = fetchPage;
    this.ended = new Promise((resolve, reject) => {
      this.#end = resolve;
      this.#fail = reject;
    });
  }

  /** The next page with documents in it; undefined ends RxDB's round, and with it this cycle. */
  async next(from: Checkpoint | null): Promise<FetchedPage | undefined> {
    try {
      for (let after = from; this.#last === 'more'; ) {
        const page = await this.#fetchPage(after);
        // stopped meanwhile: RxDB is closing
        if (this.#last !== 'more') break;
        this.#last = page === undefined ? 'stopped' : page.more ? 'more' : 'complete';
        if (page && page.documents.length > 0) return page;
        if (page) after = page.checkpoint;
      }
      this.#end(this.#last === 'complete' ? 'complete' : 'stopped');
    } catch (error) {
      // RxDB would ask again each five seconds and tell nobody
      this.#last = 'stopped';
      this.#fail(error);
    }
    return undefined;
  }

  stop(): void {
    this.#last = 'stopped';
    this.#end('stopped');
  }
}
