import type { AnyDocument } from '@amtsstube/shared/domain/documents';
import type { ReplicatedCollection } from '@amtsstube/shared/replication/collections';
import { type Checkpoint, checkpoint, type VersionedDocument } from '@amtsstube/shared/replication/messages';
import { rxSchemaOf } from '@amtsstube/shared/replication/rx-schema';
import {
  createRxDatabase,
  type RxCollection,
  type RxDatabase,
  type RxDocumentData,
  type RxStorage,
  type WithDeleted,
} from 'rxdb';
import { replicateRxCollection, type RxReplicationState } from 'rxdb/plugins/replication';
import { map, type Observable } from 'rxjs';
import type { SmallFiles } from '../../host/host.ts';
import type { BaseCollection, BaseStorage, FetchPage } from './base-storage.ts';
import { readCacheState, writeCacheState } from './cache-state-file.ts';

/** A server document with its version, as RxDB keeps it. */
type Stored = { id: string; seq: number } & Record<string, unknown>;

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
      const key = `${collection}_${generation}`;
      const added = await database.addCollections({ [key]: { schema: rxSchemaOf(collection) as never } });
      const opened = added[key];
      if (opened === undefined) throw new Error(`RxDB did not open ${key}`);
      return new RxdbCollection(collection, generation, opened as unknown as RxCollection<Stored>, database);
    },
    readState: () => readCacheState(files, name),
    writeState: (state) => writeCacheState(files, name, state),
    close: async () => {
      await database.close();
    },
  };
}

class RxdbCollection implements BaseCollection {
  readonly collection: ReplicatedCollection;
  readonly generation: number;
  readonly written$: Observable<readonly VersionedDocument[]>;
  readonly #rx: RxCollection<Stored>;
  readonly #replication: RxReplicationState<Stored, Checkpoint>;
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
    const result = await cycle.ended;
    this.#cycle = undefined;
    await this.#replication.internalReplicationState?.streamQueue.down;
    return result;
  }

  async get(ids: readonly string[]): Promise<readonly VersionedDocument[]> {
    if (ids.length === 0) return [];
    const found = await this.#rx.storageInstance.findDocumentsById([...ids], true);
    return found.map((stored) => this.#versioned(stored));
  }

  async page(afterId: string, limit: number): Promise<readonly VersionedDocument[]> {
    const found = await this.#rx
      .find({ selector: { id: { $gt: afterId } }, sort: [{ id: 'asc' }], limit })
      .exec();
    return found.map((document) => {
      const { seq, ...rest } = document.toJSON() as Stored;
      return { collection: this.collection, id: rest.id, seq, document: rest as unknown as AnyDocument };
    });
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
    const { _deleted, _meta, _rev, _attachments, seq, ...rest } = stored;
    return {
      collection: this.collection,
      id: stored.id,
      seq,
      document: _deleted ? null : (rest as unknown as AnyDocument),
    };
  }
}

function toStored({ id, seq, document }: VersionedDocument): WithDeleted<Stored> {
  return document === null ? { id, seq, _deleted: true } : { ...document, id, seq, _deleted: false };
}

/** One run through the pages. RxDB fetches ahead while it writes; the cycle ends with an empty answer. */
class Cycle {
  readonly ended: Promise<'complete' | 'stopped'>;
  readonly #fetchPage: FetchPage;
  #end: (result: 'complete' | 'stopped') => void = () => undefined;
  #last: 'more' | 'complete' | 'stopped' = 'more';

  constructor(fetchPage: FetchPage) {
    this.#fetchPage = fetchPage;
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  async next(from: Checkpoint | null) {
    const page = this.#last === 'more' ? await this.#fetchPage(from) : undefined;
    if (this.#last === 'more') this.#last = page === undefined ? 'stopped' : page.more ? 'more' : 'complete';
    if (page && page.documents.length > 0) return page;
    if (this.#last === 'more') this.#last = 'complete';
    this.#end(this.#last);
    return undefined;
  }

  stop(): void {
    this.#last = 'stopped';
    this.#end('stopped');
  }
}
