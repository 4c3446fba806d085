import type { Epoch } from '@amtsstube/shared/domain/ids';
import { epoch } from '@amtsstube/shared/domain/ids';
import { z } from '@amtsstube/shared/domain/zod';
import type { ReplicatedCollection } from '@amtsstube/shared/replication/collections';
import { replicatedCollections } from '@amtsstube/shared/replication/collections';
import type { Checkpoint, VersionedDocument } from '@amtsstube/shared/replication/messages';
import type { Observable } from 'rxjs';

export interface FetchedPage {
  readonly documents: readonly VersionedDocument[];
  readonly checkpoint: Checkpoint;
  readonly more: boolean;
}

/** undefined: no page to be had now; the cycle ends and nothing of it is lost. */
export type FetchPage = (checkpoint: Checkpoint | null) => Promise<FetchedPage | undefined>;

/** One copy (generation) of one collection: server state only, filled by its pull and by nothing else. */
export interface BaseCollection {
  readonly collection: ReplicatedCollection;
  readonly generation: number;
  /** One cycle: pages until there are no more. Resolves when they are written. One at a time (L6). */
  pull(fetchPage: FetchPage): Promise<'complete' | 'stopped'>;
  get(ids: readonly string[]): Promise<readonly VersionedDocument[]>;
  /** Documents that are not removed, by id, after `afterId`. */
  page(afterId: string, limit: number): Promise<readonly VersionedDocument[]>;
  /** After they are written. */
  readonly written$: Observable<readonly VersionedDocument[]>;
  /**
   * Once nobody uses it, gives back what an open copy takes; the next use opens it again. A rebuild needs two copies of
   * everything, and RxDB keeps no more than `mostOpen` collections open.
   */
  layDown(): Promise<void>;
  close(): Promise<void>;
  /** Closes and deletes it. */
  remove(): Promise<void>;
}

/** RxDB (the free one) refuses one collection more, whatever databases they are of. */
export const mostOpen = 13;

/** Which generations are the present copy, and of which epoch. Switched in one atomic write. */
export const cacheState = z.strictObject({
  epoch: epoch.nullable(),
  generations: z.record(z.enum(replicatedCollections), z.int().min(1)),
  /** The last generation number ever begun: what lies above the present ones is an unfinished rebuild. */
  lastGeneration: z.int().min(1),
});
export type CacheState = z.infer<typeof cacheState>;

export function firstCacheState(ofEpoch: Epoch | null): CacheState {
  const generations = Object.fromEntries(replicatedCollections.map((name) => [name, 1]));
  return { epoch: ofEpoch, generations: generations as CacheState['generations'], lastGeneration: 1 };
}

/** Where copies lie: RxDB on a desk, memory in the simulation. Both pass one contract suite. */
export interface BaseStorage {
  open(collection: ReplicatedCollection, generation: number): Promise<BaseCollection>;
  /** Deletes every copy but these: an unfinished rebuild, or what a crash after a switch left. None may be open. */
  removeOthers(
    present: readonly { readonly collection: ReplicatedCollection; readonly generation: number }[],
  ): Promise<void>;
  /** undefined: nothing there yet, or not readable, which is the same: the copy is fetched anew. */
  readState(): Promise<CacheState | undefined>;
  writeState(state: CacheState): Promise<void>;
  close(): Promise<void>;
}
