import { type Key, keyOf, type Ref } from '@amtsstube/shared/domain/documents';
import {
  type ShownVersion,
  shownVersion,
  type VersionedDocument,
} from '@amtsstube/shared/replication/messages';
import type { BaseRead } from './overlay-base.ts';

/** Documents that were fetched and are not yet written to the copy. */
export class ComingDocuments {
  readonly #coming = new Map<Key, ShownVersion>();

  add(documents: readonly VersionedDocument[]): void {
    for (const document of documents) this.#coming.set(keyOf(document), shownVersion(document));
  }

  written(documents: readonly ShownVersion[]): void {
    for (const document of documents) this.#coming.delete(keyOf(document));
  }

  clear(): void {
    this.#coming.clear();
  }

  /** The base as it will be, where `refs` name what is coming. */
  over(base: BaseRead, refs: readonly Ref[]): BaseRead {
    if (this.#coming.size === 0) return base;
    const both = new Map(base);
    for (const key of refs.map(keyOf)) {
      const coming = this.#coming.get(key);
      if (coming && (both.get(key)?.seq ?? -1) < coming.seq) both.set(key, coming);
    }
    return both;
  }
}
