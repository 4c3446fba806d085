import { type Key, keyOf, type Ref } from '@amtsstube/shared/domain/documents';
import type { Epoch } from '@amtsstube/shared/domain/ids';
import type { ReplicatedCollection } from '@amtsstube/shared/replication/collections';
import { type ShownVersion, shownVersion } from '@amtsstube/shared/replication/messages';
import type { BaseCollection } from './base-storage.ts';
import type { Copy } from './cache.ts';

export class BaseCopy implements Copy {
  epoch: Epoch | null;
  readonly bases: ReadonlyMap<ReplicatedCollection, BaseCollection>;

  constructor(epoch: Epoch | null, bases: ReadonlyMap<ReplicatedCollection, BaseCollection>) {
    this.epoch = epoch;
    this.bases = bases;
  }

  async get(refs: readonly Ref[]): Promise<ReadonlyMap<Key, ShownVersion>> {
    const documents = new Map<Key, ShownVersion>();
    for (const [collection, base] of this.bases) {
      const ids = refs.filter((ref) => ref.collection === collection).map(({ id }) => id);
      for (const found of ids.length > 0 ? await base.get(ids) : [])
        documents.set(keyOf(found), shownVersion(found));
    }
    return documents;
  }

  async page(
    collection: ReplicatedCollection,
    afterId: string,
    limit: number,
  ): Promise<readonly ShownVersion[]> {
    return (await this.base(collection).page(afterId, limit)).map(shownVersion);
  }

  generationOf(collection: ReplicatedCollection): number {
    return this.base(collection).generation;
  }

  base(collection: ReplicatedCollection): BaseCollection {
    const base = this.bases.get(collection);
    if (base === undefined) throw new Error(`no copy of ${collection}`);
    return base;
  }
}
