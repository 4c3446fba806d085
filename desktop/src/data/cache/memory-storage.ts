import type { ReplicatedCollection } from '@amtsstube/shared/replication/collections';
import type { Checkpoint, VersionedDocument } from '@amtsstube/shared/replication/messages';
import { Subject } from 'rxjs';
import {
  type BaseCollection,
  type BaseStorage,
  type CacheState,
  type FetchPage,
  mostOpen,
} from './base-storage.ts';

interface DiskCollection {
  readonly documents: Map<string, VersionedDocument>;
  checkpoint: Checkpoint | null;
}

/** What outlives the storage: a restart opens the same disk again. */
export class MemoryCacheDisk {
  readonly collections = new Map<string, DiskCollection>();
  state: CacheState | undefined;
}

export interface MemoryStorageHooks {
  /** Awaited before each write and each read, so that the simulation can interleave and crash there. */
  pause(): Promise<void>;
  /** Whether this document's write fails (quota, I/O). As in RxDB the page goes on and leaves a hole (measured). */
  writeFails(): boolean;
}

const calm: MemoryStorageHooks = { pause: () => Promise.resolve(), writeFails: () => false };

/** The same contract as RxDB's copy, in memory: for tests and the simulation. */
export function openMemoryStorage(disk: MemoryCacheDisk, hooks: MemoryStorageHooks = calm): BaseStorage {
  const open = new Set<MemoryCollection>();
  return {
    open: async (collection, generation) => new MemoryCollection(disk, hooks, open, collection, generation),
    removeOthers: async (present) => {
      const kept = new Set(present.map(({ collection, generation }) => nameOf(collection, generation)));
      for (const name of [...disk.collections.keys()]) if (!kept.has(name)) disk.collections.delete(name);
    },
    readState: async () => disk.state,
    writeState: async (state) => {
      await hooks.pause();
      disk.state = state;
    },
    close: async () => undefined,
  };
}

class MemoryCollection implements BaseCollection {
  readonly collection: ReplicatedCollection;
  readonly generation: number;
  readonly #disk: MemoryCacheDisk;
  readonly #hooks: MemoryStorageHooks;
  readonly #open: Set<MemoryCollection>;
  #isClosed = false;
  readonly #written = new Subject<readonly VersionedDocument[]>();
  readonly written$ = this.#written.asObservable();

  constructor(
    disk: MemoryCacheDisk,
    hooks: MemoryStorageHooks,
    open: Set<MemoryCollection>,
    collection: ReplicatedCollection,
    generation: number,
  ) {
    this.collection = collection;
    this.generation = generation;
    this.#disk = disk;
    this.#hooks = hooks;
    this.#open = open;
    this.#use();
    if (!disk.collections.has(this.#name))
      disk.collections.set(this.#name, { documents: new Map(), checkpoint: null });
  }

  async pull(fetchPage: FetchPage): Promise<'complete' | 'stopped'> {
    this.#use();
    for (;;) {
      const page = await fetchPage(this.#stored?.checkpoint ?? null);
      if (page === undefined) return 'stopped';
      await this.#hooks.pause();
      const stored = this.#stored;
      if (stored === undefined) return 'stopped';
      const written = page.documents.filter(() => !this.#hooks.writeFails());
      for (const versioned of written) stored.documents.set(versioned.id, versioned);
      // like RxDB, the checkpoint moves on whether or not each document could be written
      stored.checkpoint = page.checkpoint;
      if (written.length > 0) this.#written.next(written);
      if (!page.more) return 'complete';
    }
  }

  async get(ids: readonly string[]): Promise<readonly VersionedDocument[]> {
    this.#use();
    if (ids.length > 0) await this.#hooks.pause();
    return ids.map((id) => this.#stored?.documents.get(id)).filter((found) => found !== undefined);
  }

  async page(afterId: string, limit: number): Promise<readonly VersionedDocument[]> {
    this.#use();
    await this.#hooks.pause();
    return [...(this.#stored?.documents.values() ?? [])]
      .filter(({ id, document }) => document !== null && id > afterId)
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .slice(0, limit);
  }

  async layDown(): Promise<void> {
    this.#open.delete(this);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#open.delete(this);
    this.#written.complete();
  }

  async remove(): Promise<void> {
    this.#isClosed = true;
    this.#open.delete(this);
    this.#disk.collections.delete(this.#name);
    this.#written.complete();
  }

  /** As strict as RxDB, which refuses to open more. Who still reads what is closed finds nothing there. */
  #use(): void {
    if (this.#isClosed) return;
    this.#open.add(this);
    if (this.#open.size > mostOpen) throw new Error(`more than ${mostOpen} collections are open`);
  }

  get #name(): string {
    return nameOf(this.collection, this.generation);
  }

  get #stored(): DiskCollection | undefined {
    return this.#disk.collections.get(this.#name);
  }
}

function nameOf(collection: ReplicatedCollection, generation: number): string {
  return `${collection}_${generation}`;
}
