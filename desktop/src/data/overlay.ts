import type { Actor } from '@amtsstube/shared/domain/actor';
import { type AnyDocument, type Key, keyOf, type Ref } from '@amtsstube/shared/domain/documents';
import type { Epoch, OpId } from '@amtsstube/shared/domain/ids';
import { visibleScopes } from '@amtsstube/shared/domain/scope';
import { readsOf, rebase } from '@amtsstube/shared/operations/rebase';
import type { Refusal } from '@amtsstube/shared/operations/refusal';
import {
  isReplicated,
  type ReplicatedCollection,
  replicatedCollections,
} from '@amtsstube/shared/replication/collections';
import type { VersionedDocument } from '@amtsstube/shared/replication/messages';
import { BehaviorSubject, merge, type Observable, type Subscription } from 'rxjs';
import type { Cache, Copy } from './cache/cache.ts';
import type { Journal } from './journal/journal.ts';

/** What lies over the base: documents that differ from it, or are not yet in it. Published whole, never half. */
export interface OverlayView {
  /** The copy it was computed on: what is not in `documents` is read from there, and from no other. */
  readonly copy: Copy;
  readonly documents: ReadonlyMap<Key, AnyDocument | null>;
  readonly waiting: ReadonlyMap<Key, readonly OpId[]>;
  readonly forecast: ReadonlyMap<OpId, Refusal>;
}

export interface Overlay {
  readonly view$: Observable<OverlayView>;
  readonly view: OverlayView;
  /**
   * Resolves when a view that knows everything up to now is published.
   * @param coming about to be written to the copy: what is open is applied to it before it can be seen
   */
  refresh(coming?: ComingPage): Promise<void>;
  /** Resolves when nothing reads the copy any more. */
  close(): Promise<void>;
}

/** Documents of one answer, and the epoch their versions count in. */
export interface ComingPage {
  readonly epoch: Epoch;
  readonly documents: readonly VersionedDocument[];
}

/**
 * Shown = base < receipt layer < open operations, re-applied on each change (L1, L2).
 * @param report hears of a computation nobody waited for that failed; the next change computes anew
 */
export function createOverlay(
  journal: Journal,
  cache: Cache,
  actor: Actor,
  report: (error: unknown) => void,
): Overlay {
  return new RebasingOverlay(journal, cache, actor, report);
}

/** Reads along with the overlay; once more when the copy was switched meanwhile, because the former one is gone then. */
export async function readAlong<T>(overlay: Overlay, read: (view: OverlayView) => Promise<T>): Promise<T> {
  for (;;) {
    const { view } = overlay;
    const isSwitched = () => overlay.view.copy !== view.copy;
    try {
      const value = await read(view);
      if (!isSwitched()) return value;
    } catch (error) {
      if (!isSwitched()) throw error;
    }
  }
}

class RebasingOverlay implements Overlay {
  readonly #journal: Journal;
  readonly #cache: Cache;
  readonly #actor: Actor;
  readonly #scopes: readonly string[];
  readonly #view: BehaviorSubject<OverlayView>;
  readonly view$: Observable<OverlayView>;
  readonly #subscription: Subscription;
  #running: Promise<void> | undefined;
  #next: Promise<void> | undefined;
  /** Fetched and not yet written. */
  readonly #coming = new Map<Key, VersionedDocument>();
  #closed = false;

  constructor(journal: Journal, cache: Cache, actor: Actor, report: (error: unknown) => void) {
    this.#journal = journal;
    this.#cache = cache;
    this.#actor = actor;
    this.#scopes = actor.kind === 'clerk' ? visibleScopes(actor) : [];
    this.#view = new BehaviorSubject<OverlayView>({
      copy: cache.copy,
      documents: new Map(),
      waiting: new Map(),
      forecast: new Map(),
    });
    this.view$ = this.#view.asObservable();
    this.#subscription = merge(journal.changed$, cache.received$, cache.verified$).subscribe((change) => {
      if (typeof change === 'object')
        for (const document of change.documents) this.#coming.delete(keyOf(document));
      this.refresh().catch(report);
    });
    cache.whenSwitched(() => {
      this.#coming.clear();
      return this.refresh();
    });
  }

  get view(): OverlayView {
    return this.#view.value;
  }

  /** One at a time, and once more when something changed meanwhile. */
  refresh(coming?: ComingPage): Promise<void> {
    // of another epoch: it goes to the copy that is built beside this one
    const { epoch } = this.#cache.copy;
    if (coming && (epoch === null || epoch === coming.epoch))
      for (const document of coming.documents) this.#coming.set(keyOf(document), document);
    if (this.#running === undefined) {
      this.#running = this.#compute().finally(() => {
        this.#running = undefined;
      });
      return this.#running;
    }
    const again = () => {
      this.#next = undefined;
      return this.refresh();
    };
    // also after one that failed: what came meanwhile is still to be shown
    this.#next ??= this.#running.then(again, again);
    return this.#next;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#subscription.unsubscribe();
    this.#view.complete();
    await this.#running?.catch(() => undefined);
  }

  async #compute(): Promise<void> {
    for (;;) {
      if (this.#closed) return;
      const { copy } = this.#cache;
      const refs = this.#needed(copy);
      // before the base is read: what was verified after it must not retire what that read didn't see (L4)
      const heads = new Map(replicatedCollections.map((name) => [name, this.#cache.verifiedHead(name)]));
      // the base first, the journal after it: a base with an operation in it whose receipt the journal doesn't
      // know yet would show that operation twice; the other way round the receipt layer covers it
      const base = await copy.get(refs);
      const read = new Set(refs.map(keyOf));
      const isComplete = copy === this.#cache.copy && this.#needed(copy).every((ref) => read.has(keyOf(ref)));
      if (!isComplete) continue;
      this.#retire(copy, base, heads);
      this.#publish(copy, this.#withComing(base, refs));
      return;
    }
  }

  #withComing(base: BaseRead, refs: readonly Ref[]): BaseRead {
    const both = new Map(base);
    for (const key of refs.map(keyOf)) {
      const coming = this.#coming.get(key);
      if (coming && (both.get(key)?.seq ?? -1) < coming.seq) both.set(key, coming);
    }
    return both;
  }

  #needed(copy: Copy): Ref[] {
    const { open, layer } = this.#journal.view(copy.epoch);
    const refs = new Map<Key, Ref>();
    for (const ref of [...open.flatMap(readsOf), ...layer.values()]) {
      if (isReplicated(ref.collection)) refs.set(keyOf(ref), { collection: ref.collection, id: ref.id });
    }
    return [...refs.values()];
  }

  /** A receipt may tell of what the clerk saw when it came and may not see any more (S9). */
  #visible(document: AnyDocument | null): AnyDocument | null {
    return document && this.#scopes.includes(document.scope) ? document : null;
  }

  /** A layer entry goes when the base has it, or when the collection was found equal at or after it (L4). */
  #retire(copy: Copy, base: BaseRead, heads: ReadonlyMap<ReplicatedCollection, number>): void {
    const done = [...this.#journal.view(copy.epoch).layer.values()].filter(
      (entry) =>
        (base.get(keyOf(entry))?.seq ?? -1) >= entry.seq || (heads.get(entry.collection) ?? 0) >= entry.seq,
    );
    this.#journal.retire(copy.epoch, done.map(keyOf));
  }

  #publish(copy: Copy, base: BaseRead): void {
    const { open, layer } = this.#journal.view(copy.epoch);
    const documents = new Map<Key, AnyDocument | null>();
    for (const [key, entry] of layer) {
      // the newer one per document: the base may have gone on while the layer still waits
      documents.set(key, this.#visible(newerOf(entry, base.get(key)).document));
    }
    const rebased = rebase(open, this.#actor, (ref) => {
      const key = keyOf(ref);
      return documents.has(key) ? documents.get(key) : base.get(key)?.document;
    });
    for (const [key, document] of rebased.overlay) documents.set(key, document);
    this.#view.next({ copy, documents, waiting: rebased.waiting, forecast: rebased.forecast });
  }
}

type BaseRead = ReadonlyMap<Key, VersionedDocument>;

function newerOf(entry: VersionedDocument, inBase: VersionedDocument | undefined): VersionedDocument {
  return inBase && inBase.seq > entry.seq ? inBase : entry;
}
