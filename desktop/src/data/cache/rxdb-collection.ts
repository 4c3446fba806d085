import type { AnyDocument } from '@amtsstube/shared/domain/documents';
import type { ReplicatedCollection } from '@amtsstube/shared/replication/collections';
import { type Checkpoint, checkpoint, type VersionedDocument } from '@amtsstube/shared/replication/messages';
import {
  normalizeMangoQuery,
  prepareQuery,
  type RxCollection,
  type RxDocumentData,
  type RxStorageInstance,
  type WithDeleted,
} from 'rxdb';
import { type RxReplicationState, replicateRxCollection } from 'rxdb/plugins/replication';
import { Subject, type Subscription } from 'rxjs';
import type { BaseCollection, FetchPage } from './base-storage.ts';
import { PullCycle } from './pull-cycle.ts';
import { hasHeads, isReadable } from './rxdb-sealed.ts';

/** A server document with its version, as RxDB keeps it. */
export type Stored = { id: string; seq: number; isNewer?: true } & Record<string, unknown>;

interface Opened {
  readonly rx: RxCollection<Stored>;
  readonly replication: RxReplicationState<Stored, Checkpoint>;
  readonly findDocuments: RxStorageInstance<Stored, unknown, unknown>['findDocumentsById'];
  readonly listening: Subscription;
}

export interface RxdbCollectionOptions {
  readonly collection: ReplicatedCollection;
  readonly generation: number;
  readonly openRx: () => Promise<RxCollection<Stored>>;
  /** Deletes it while it isn't open. */
  readonly removeStored: () => Promise<void>;
}

/** One generation in RxDB, open from its first use until it is laid down. */
export class RxdbCollection implements BaseCollection {
  readonly collection: ReplicatedCollection;
  readonly generation: number;
  readonly #written = new Subject<readonly VersionedDocument[]>();
  readonly written$ = this.#written.asObservable();
  readonly #openRx: () => Promise<RxCollection<Stored>>;
  readonly #removeStored: () => Promise<void>;
  readonly #users = new Set<Promise<unknown>>();
  #opened: Promise<Opened> | undefined;
  #layingDown: Promise<void> = Promise.resolve();
  #isClosed = false;
  #cycle: PullCycle | undefined;

  constructor({ collection, generation, openRx, removeStored }: RxdbCollectionOptions) {
    this.collection = collection;
    this.generation = generation;
    this.#openRx = openRx;
    this.#removeStored = removeStored;
  }

  /** Opens it now, for what can go wrong with it to be known now. */
  async wake(): Promise<void> {
    await this.#use(async () => undefined);
  }

  pull(fetchPage: FetchPage): Promise<'complete' | 'stopped'> {
    return this.#use(async ({ replication }) => {
      // the first cycle, which RxDB starts by itself, must be over: it would end ours
      await replication.awaitInitialReplication();
      const cycle = new PullCycle(fetchPage);
      this.#cycle = cycle;
      replication.reSync();
      try {
        return await cycle.ended;
      } finally {
        this.#cycle = undefined;
        const state = replication.internalReplicationState;
        await state?.streamQueue.down;
        // RxDB writes the checkpoint behind the documents, and not at all when it is closed before
        await state?.checkpointQueue;
      }
    });
  }

  async get(ids: readonly string[]): Promise<readonly VersionedDocument[]> {
    if (ids.length === 0) return [];
    const found = await this.#use(({ findDocuments }) => findDocuments([...ids], true));
    return found.filter(isReadable).map((stored) => this.#versioned(stored));
  }

  async page(afterId: string, limit: number): Promise<readonly VersionedDocument[]> {
    const documents = await this.#use(async ({ rx: { storageInstance, schema } }) => {
      const query = normalizeMangoQuery<Stored>(schema.jsonSchema, {
        selector: { id: { $gt: afterId }, _deleted: { $eq: false } },
        sort: [{ id: 'asc' }],
        limit,
      } as never);
      // not through RxDB's documents: thousands at once are read here, and each of them would be cloned and kept
      return (await storageInstance.query(prepareQuery(schema.jsonSchema, query))).documents;
    });
    return documents.filter(isReadable).map((stored) => this.#versioned(stored));
  }

  async layDown(): Promise<void> {
    await Promise.allSettled(this.#users);
    const opened = this.#opened;
    if (opened === undefined) return;
    this.#opened = undefined;
    this.#layingDown = opened.then(closeOpened);
    await this.#layingDown;
  }

  async close(): Promise<void> {
    const opened = await this.#end();
    if (opened !== undefined) await closeOpened(opened);
    this.#written.complete();
  }

  async remove(): Promise<void> {
    const opened = await this.#end();
    if (opened === undefined) {
      await this.#layingDown;
      await this.#removeStored();
    } else {
      opened.listening.unsubscribe();
      await opened.replication.cancel();
      // not replication.remove(): that leaves ghost documents (measured); this deletes the meta data too
      await opened.rx.remove();
    }
    this.#written.complete();
  }

  #end(): Promise<Opened> | undefined {
    this.#isClosed = true;
    this.#cycle?.stop();
    return this.#opened;
  }

  async #use<T>(work: (opened: Opened) => Promise<T>): Promise<T> {
    if (this.#isClosed) throw new Error(`${this.collection}_${this.generation} is closed`);
    this.#opened ??= this.#layingDown.then(() => this.#open());
    const opened = this.#opened;
    opened.catch(() => {
      if (this.#opened === opened) this.#opened = undefined;
    });
    const working = opened.then(work);
    this.#users.add(working);
    try {
      return await working;
    } finally {
      this.#users.delete(working);
    }
  }

  async #open(): Promise<Opened> {
    const rx = await this.#openRx();
    const { storageInstance } = rx;
    const findDocuments = storageInstance.findDocumentsById.bind(storageInstance);
    const original: object = storageInstance.originalStorageInstance;
    // for each document that comes, the replication asks what is here, only to compare: nothing is opened for that
    if (hasHeads(original)) storageInstance.findDocumentsById = original.findHeadsById;
    const listening = storageInstance
      .changeStream()
      .subscribe(({ events }) =>
        this.#written.next(
          events.map(({ documentData }) => this.#versioned(documentData as RxDocumentData<Stored>)),
        ),
      );
    return { rx, replication: this.#replicate(rx), findDocuments, listening };
  }

  #replicate(rx: RxCollection<Stored>): RxReplicationState<Stored, Checkpoint> {
    return replicateRxCollection<Stored, Checkpoint>({
      replicationIdentifier: `${rx.database.name}-${rx.name}`,
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

async function closeOpened({ listening, replication, rx }: Opened): Promise<void> {
  listening.unsubscribe();
  await replication.cancel();
  await rx.close();
}

function toStored({ id, seq, document, isNewer }: VersionedDocument): WithDeleted<Stored> {
  if (document === null) return { id, seq, _deleted: true };
  return { ...document, id, seq, ...(isNewer && { isNewer }), _deleted: false };
}
