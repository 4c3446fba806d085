import type { Key, Ref } from '@amtsstube/shared/domain/documents';
import type { Epoch } from '@amtsstube/shared/domain/ids';
import type { ReplicatedCollection } from '@amtsstube/shared/replication/collections';
import type { ShownVersion } from '@amtsstube/shared/replication/messages';
import type { Observable } from 'rxjs';

/**
 * One copy of the server's state, all of one epoch. A rebuild makes a new one and switches; who reads along with
 * the overlay reads the copy that the overlay was computed on, so that a switch is never seen half. What a newer server
 * wrote lies there word for word, and is read as far as this program understands it.
 */
export interface Copy {
  /** null before the first page named it. */
  readonly epoch: Epoch | null;
  get(refs: readonly Ref[]): Promise<ReadonlyMap<Key, ShownVersion>>;
  page(collection: ReplicatedCollection, afterId: string, limit: number): Promise<readonly ShownVersion[]>;
  generationOf(collection: ReplicatedCollection): number;
}

export type Verified = 'equal' | 'rebuilt' | 'later';

/** The desk's copy of the server's state. Read-only for everybody: only the pull writes it. */
/** Documents that have come so far: more than one page of them, or a whole copy. */
export interface Building {
  readonly received: number;
  /** Built anew beside the present copy, which stays until the new one is found equal (L7). */
  readonly isAnew: boolean;
}

export interface Cache {
  /** The present copy. */
  readonly copy: Copy;
  /**
   * Fetches what is new. `offline`: not all pages came; the next pull goes on where this one stopped. Where the clerk's
   * rights are others than the copy was made for, everything is built anew beside it and switched (S9).
   */
  pull(collections: readonly ReplicatedCollection[]): Promise<'complete' | 'offline'>;
  /** Compares with the server (L7); what differs is built anew beside the old copy and switched. */
  verify(collection: ReplicatedCollection): Promise<Verified>;
  /** The server's seq up to which this collection was found equal; 0 = never (L4). */
  verifiedHead(collection: ReplicatedCollection): number;
  /** Builds everything anew beside the old copy, for another epoch (L8), then switches. */
  reset(epoch: Epoch): Promise<'switched' | 'offline'>;
  /** Builds everything anew beside the old copy, of the present epoch, because a person asked for it; then switches. */
  rebuild(): Promise<'switched' | 'offline'>;
  /** Documents written by a pull. */
  readonly received$: Observable<{
    collection: ReplicatedCollection;
    documents: readonly ShownVersion[];
  }>;
  /** Awaited after a switch and before the former copy is removed: whoever shows it moves over first. */
  whenSwitched(moveOver: (collections: readonly ReplicatedCollection[]) => Promise<void>): void;
  readonly verified$: Observable<ReplicatedCollection>;
  /** Documents received by the rebuild or first pull that is running; undefined = none. */
  readonly building$: Observable<Building | undefined>;
  close(): Promise<void>;
}
