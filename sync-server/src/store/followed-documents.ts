import type { AnyDocument, CollectionName } from '@amtsstube/shared/domain/documents';
import type { Epoch } from '@amtsstube/shared/domain/ids';
import type { Read } from './store.ts';

const pageSize = 1000;

/** Documents of one collection and some scopes, kept in memory: each reading costs what has changed since the last one. */
export class FollowedDocuments<T extends AnyDocument> {
  readonly #collection: CollectionName;
  readonly #scopes: readonly string[];
  readonly #keeps: (document: T) => boolean;
  readonly #known = new Map<string, T>();
  #seq = 0;
  #epoch: Epoch | undefined;

  /** @param keeps asked of each document when it has changed; the others are not kept */
  constructor(collection: CollectionName, scopes: readonly string[], keeps: (document: T) => boolean) {
    this.#collection = collection;
    this.#scopes = scopes;
    this.#keeps = keeps;
  }

  async read(read: Read): Promise<readonly T[]> {
    const head = await read.head();
    // a database that was put back knows other things than what was read of it
    if (head.epoch !== this.#epoch || head.seq < this.#seq) {
      this.#known.clear();
      this.#seq = 0;
      this.#epoch = head.epoch;
    }
    for (let after = this.#seq; ; ) {
      const changed = await read.changes(this.#collection, this.#scopes, after, pageSize);
      for (const { id, document } of changed) this.#note(id, document as T | null);
      const last = changed.at(-1);
      if (last === undefined || changed.length < pageSize) break;
      after = last.seq;
    }
    this.#seq = head.seq;
    return [...this.#known.values()];
  }

  #note(id: string, document: T | null): void {
    if (document !== null && this.#keeps(document)) this.#known.set(id, document);
    else this.#known.delete(id);
  }
}
