import { type AnyDocument, type Key, keyOf, type Ref } from '@amtsstube/shared/domain/documents';
import { shownVersion, type VersionedDocument } from '@amtsstube/shared/replication/messages';
import type { BaseRead } from './overlay-base.ts';

/** So many cases of long ago a clerk may look at and come back to without their being fetched again. */
const mostLent = 20;

/**
 * Documents the copy doesn't hold, as the server had them when a person asked for them: in memory, never on the disk.
 * Each is shown as if it were in the copy, until that has a newer one.
 */
export class LentDocuments {
  /** The one lent longest ago first. */
  readonly #lent = new Map<Key, VersionedDocument>();

  get refs(): readonly Ref[] {
    return [...this.#lent.values()];
  }

  add(documents: readonly VersionedDocument[]): void {
    for (const document of documents) {
      this.#lent.delete(keyOf(document));
      this.#lent.set(keyOf(document), document);
    }
    for (const key of [...this.#lent.keys()].slice(0, -mostLent)) this.#lent.delete(key);
  }

  /** What is shown of them over this base. What the copy has a newer version of goes: it follows what becomes of that. */
  shownOver(base: BaseRead): ReadonlyMap<Key, AnyDocument | undefined> {
    const shown = new Map<Key, AnyDocument | undefined>();
    for (const [key, lent] of this.#lent) {
      if ((base.get(key)?.seq ?? -1) > lent.seq) this.#lent.delete(key);
      else shown.set(key, shownVersion(lent).document ?? undefined);
    }
    return shown;
  }

  /** Whether what is lent of it is as new as that. */
  hasSince(key: Key, seq: number): boolean {
    return (this.#lent.get(key)?.seq ?? -1) >= seq;
  }

  clear(): void {
    this.#lent.clear();
  }
}
