import { type Key, keyOf, type Ref } from '@amtsstube/shared/domain/documents';
import type { Epoch } from '@amtsstube/shared/domain/ids';
import type { ReplicatedCollection } from '@amtsstube/shared/replication/collections';
import type { ShownVersion } from '@amtsstube/shared/replication/messages';
import type { Copy } from './cache.ts';

type Documents = ReadonlyMap<Key, ShownVersion>;

/** So many beyond those that are needed may be remembered: what a clerk opened last. */
const mostUnneeded = 1000;

/**
 * A copy, and in memory those documents of it that were asked for, as they are in it: reading one from IndexedDB takes
 * 2–3 ms (measured), and nobody who does something should wait for what is on her screen. Whoever hears of writes to
 * the copy must pass them on (`written`), and drop what may have been read before a verification (`forget`).
 */
export class RememberedCopy implements Copy {
  readonly of: Copy;
  /** undefined: not in the copy. */
  readonly #documents = new Map<Key, ShownVersion | undefined>();
  /** Written while something is being read: that reading may have seen the copy before it. */
  readonly #meanwhile = new Map<Key, ShownVersion>();
  #readings = 0;
  #forgotten = 0;

  constructor(of: Copy) {
    this.of = of;
  }

  get epoch(): Epoch | null {
    return this.of.epoch;
  }

  /** All of these at once; undefined: one must be read first. */
  known(refs: readonly Ref[]): Documents | undefined {
    const found = new Map<Key, ShownVersion>();
    for (const ref of refs) {
      const key = keyOf(ref);
      const document = this.#documents.get(key);
      if (document) found.set(key, document);
      else if (!this.#documents.has(key)) return undefined;
    }
    return found;
  }

  async get(refs: readonly Ref[]): Promise<Documents> {
    const known = this.known(refs);
    if (known) return known;
    const missing = refs.filter((ref) => !this.#documents.has(keyOf(ref)));
    const remembered = new Map(refs.map((ref) => [keyOf(ref), this.#documents.get(keyOf(ref))]));
    const read = await this.#read(missing);
    const found = new Map<Key, ShownVersion>();
    for (const key of refs.map(keyOf)) {
      const document = read.get(key) ?? this.#documents.get(key) ?? remembered.get(key);
      if (document) found.set(key, document);
    }
    return found;
  }

  page(collection: ReplicatedCollection, afterId: string, limit: number): Promise<readonly ShownVersion[]> {
    return this.of.page(collection, afterId, limit);
  }

  generationOf(collection: ReplicatedCollection): number {
    return this.of.generationOf(collection);
  }

  /** A pull wrote these to the copy. */
  written(documents: readonly ShownVersion[]): void {
    for (const document of documents) {
      const key = keyOf(document);
      if (this.#documents.has(key)) this.#documents.set(key, newerOf(this.#documents.get(key), document));
      if (this.#readings > 0) this.#meanwhile.set(key, newerOf(this.#meanwhile.get(key), document));
    }
  }

  /** What is asked for next of this collection is read from now on, and not before. */
  forget(collection: ReplicatedCollection): void {
    this.#forgotten += 1;
    for (const key of this.#documents.keys())
      if (key.startsWith(`${collection}/`)) this.#documents.delete(key);
  }

  /** Lets the oldest go where there are too many; those `needed` stay. */
  letGo(needed: readonly Ref[]): void {
    if (this.#documents.size <= needed.length + 2 * mostUnneeded) return;
    const kept = new Set(needed.map(keyOf));
    for (const key of this.#documents.keys()) {
      if (this.#documents.size <= needed.length + mostUnneeded) return;
      if (!kept.has(key)) this.#documents.delete(key);
    }
  }

  async #read(refs: readonly Ref[]): Promise<Documents> {
    const forgotten = this.#forgotten;
    this.#readings += 1;
    try {
      const read = await this.of.get(refs);
      const found = new Map<Key, ShownVersion>();
      for (const ref of refs) {
        const key = keyOf(ref);
        const inCopy = read.get(key);
        const later = this.#meanwhile.get(key);
        const document = later ? newerOf(inCopy, later) : inCopy;
        if (document) found.set(key, document);
        // begun before something was forgotten: good for who asked, but not to be kept
        if (forgotten === this.#forgotten) this.#documents.set(key, document);
      }
      return found;
    } finally {
      this.#readings -= 1;
      if (this.#readings === 0) this.#meanwhile.clear();
    }
  }
}

function newerOf(known: ShownVersion | undefined, document: ShownVersion): ShownVersion {
  return known && known.seq > document.seq ? known : document;
}
