import type { Actor } from '@amtsstube/shared/domain/actor';
import { type AnyDocument, type Key, keyOf, type Ref } from '@amtsstube/shared/domain/documents';
import type { Epoch, OpId } from '@amtsstube/shared/domain/ids';
import { visibleScopes } from '@amtsstube/shared/domain/scope';
import { extended } from '@amtsstube/shared/operations/layered-map';
import type { DeskOperation } from '@amtsstube/shared/operations/operation';
import { type Rebased, Rebaser } from '@amtsstube/shared/operations/rebase';
import type { Refusal } from '@amtsstube/shared/operations/refusal';
import {
  isReplicated,
  type ReplicatedCollection,
  replicatedCollections,
} from '@amtsstube/shared/replication/collections';
import { shownVersion, type VersionedDocument } from '@amtsstube/shared/replication/messages';
import { BehaviorSubject, type Observable, type Subscription } from 'rxjs';
import type { Cache } from './cache/cache.ts';
import { RememberedCopy } from './cache/remembered-copy.ts';
import { ComingDocuments } from './coming-documents.ts';
import type { Journal } from './journal/journal.ts';
import { LentDocuments } from './lent-documents.ts';
import { type BaseRead, type Computed, newerOf, shownIn } from './overlay-base.ts';
import { type OverlayView, readAlong } from './overlay-view.ts';

export interface Overlay {
  readonly view$: Observable<OverlayView>;
  readonly view: OverlayView;
  /**
   * Resolves when a view that knows everything up to now is published.
   * @param coming about to be written to the copy: what is open is applied to it before it can be seen
   */
  refresh(coming?: ComingPage): Promise<void>;
  /** What the rules say of an operation before it is written, with all that is known here; undefined: no objection. */
  objectionTo(operation: DeskOperation): Promise<Refusal | undefined>;
  /**
   * Shows documents the copy doesn't hold (`LentDocuments`), until another copy takes its place.
   * @returns false: they are of another epoch than the copy
   */
  lend(lent: ComingPage): Promise<boolean>;
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

/**
 * What it needs of the copy it remembers, so that a change is shown in the very turn of the event loop in which it
 * happened: "gespeichert" waits for nothing but the disk. Only a document nobody asked for yet is read first.
 */
class RebasingOverlay implements Overlay {
  readonly #journal: Journal;
  readonly #cache: Cache;
  readonly #rebaser: Rebaser;
  readonly #report: (error: unknown) => void;
  /** Whose rule threw: told once, not with each computation. */
  readonly #reported = new Set<OpId>();
  readonly #scopes: readonly string[];
  readonly #view: BehaviorSubject<OverlayView>;
  readonly view$: Observable<OverlayView>;
  readonly #subscription: Subscription;
  #copy: RememberedCopy;
  /** Something changed since the last view. */
  #isDue = true;
  /** What the last view was computed from; undefined once something else changed than that operations were added. */
  #last: Computed | undefined;
  #running: Promise<void> | undefined;
  #next: Promise<void> | undefined;
  readonly #coming = new ComingDocuments();
  readonly #lent = new LentDocuments();
  #closed = false;

  constructor(journal: Journal, cache: Cache, actor: Actor, report: (error: unknown) => void) {
    this.#journal = journal;
    this.#cache = cache;
    this.#rebaser = new Rebaser(actor);
    this.#report = report;
    this.#copy = new RememberedCopy(cache.copy);
    this.#scopes = actor.kind === 'clerk' ? visibleScopes(actor) : [];
    this.#view = new BehaviorSubject<OverlayView>({
      number: 0,
      changes: undefined,
      copy: this.#copy,
      documents: new Map(),
      waiting: new Map(),
      forecast: new Map(),
    });
    this.view$ = this.#view.asObservable();
    const refresh = () => {
      this.#isDue = true;
      this.refresh().catch(report);
    };
    this.#subscription = journal.changed$.subscribe(refresh);
    const changed = () => {
      this.#last = undefined;
      refresh();
    };
    this.#subscription.add(
      cache.received$.subscribe(({ documents }) => {
        this.#copy.written(documents);
        this.#coming.written(documents);
        this.#last = undefined;
        this.#isDue = true;
        // a view that retires them may be seen only by those who have heard of the page themselves
        queueMicrotask(changed);
      }),
    );
    this.#subscription.add(
      cache.verified$.subscribe((collection) => {
        // what was verified must not retire what was read before it (L4)
        this.#copy.forget(collection);
        changed();
      }),
    );
    cache.whenSwitched(() => {
      this.#coming.clear();
      this.#lent.clear();
      this.#last = undefined;
      this.#isDue = true;
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
    if (coming && (epoch === null || epoch === coming.epoch)) {
      this.#coming.add(coming.documents);
      this.#last = undefined;
      this.#isDue = true;
    }
    if (this.#running === undefined) {
      if (this.#closed || !this.#isDue || this.#showAtOnce()) return Promise.resolve();
      this.#running = this.#readAndShow().finally(() => {
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

  async lend({ epoch, documents }: ComingPage): Promise<boolean> {
    if (this.#cache.copy.epoch !== epoch) return false;
    this.#lent.add(documents);
    this.#last = undefined;
    this.#isDue = true;
    await this.refresh();
    return true;
  }

  async objectionTo(operation: DeskOperation): Promise<Refusal | undefined> {
    const refs = this.#rebaser.readsOf(operation).filter(({ collection }) => isReplicated(collection));
    return readAlong(this, async ({ copy, documents }) => {
      // of what is open on screen the documents are remembered: nothing is read here
      const base = await copy.get(refs);
      const outcome = this.#rebaser.foresee(operation, (ref) => shownIn(documents, base, ref));
      return outcome?.outcome === 'refused' ? outcome.reason : undefined;
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#subscription.unsubscribe();
    this.#view.complete();
    await this.#running?.catch(() => undefined);
  }

  async #readAndShow(): Promise<void> {
    while (!this.#closed && !this.#showAtOnce()) await this.#copy.get(this.#needed());
  }

  /** False: something must be read first. Otherwise all in one turn: nothing can change between two steps. */
  #showAtOnce(): boolean {
    if (this.#copy.of !== this.#cache.copy) {
      this.#copy = new RememberedCopy(this.#cache.copy);
      this.#last = undefined;
    }
    return this.#last?.past === this.#journal.view(this.#copy.epoch).past
      ? this.#showAdded(this.#last)
      : this.#showAll();
  }

  /** Behind hundreds that wait, an operation costs what it does itself: nothing else is looked at. */
  #showAdded(last: Computed): boolean {
    const { open, past } = this.#journal.view(this.#copy.epoch);
    const added = open.slice(last.openCount);
    const refs = this.#readBy(added);
    const base = this.#copy.known(refs);
    if (base === undefined) return false;
    this.#isDue = false;
    if (added.length === 0) return true;
    const known = this.#coming.over(base, refs);
    const { view } = this;
    const rebased = this.#rebaser.rebaseOn(last.rebased, added, (ref) => shownIn(view.documents, known, ref));
    const documents = extended(view.documents, rebased.added);
    const needed = [...last.needed, ...refs];
    this.#last = { past, openCount: open.length, rebased, needed };
    this.#show(rebased, documents, { since: view.number, keys: new Set(rebased.added.keys()) });
    this.#copy.letGo(needed);
    return true;
  }

  #showAll(): boolean {
    // what was read before a verification is forgotten by now: a head retires only what was read after it (L4)
    const heads = new Map(replicatedCollections.map((name) => [name, this.#cache.verifiedHead(name)]));
    const refs = this.#needed();
    // the base is never newer than the journal: a base with an operation in it whose receipt the journal doesn't
    // know yet would show that operation twice; the other way round the receipt layer covers it
    const base = this.#copy.known(refs);
    if (base === undefined) return false;
    this.#isDue = false;
    this.#retire(base, heads);
    this.#publish(this.#coming.over(base, refs), refs);
    this.#copy.letGo(refs);
    return true;
  }

  #needed(): Ref[] {
    const { open, layer } = this.#journal.view(this.#copy.epoch);
    const refs = new Map<Key, Ref>();
    for (const ref of [...this.#readBy(open), ...layer.values(), ...this.#lent.refs])
      refs.set(keyOf(ref), { collection: ref.collection, id: ref.id });
    return [...refs.values()];
  }

  #readBy(operations: readonly DeskOperation[]): readonly Ref[] {
    return operations
      .flatMap((each) => this.#rebaser.readsOf(each))
      .filter(({ collection }) => isReplicated(collection));
  }

  /** A receipt may tell of what the clerk saw when it came and may not see any more (S9). */
  #visible(document: AnyDocument | null | undefined): AnyDocument | null | undefined {
    if (document === undefined) return undefined;
    return document && this.#scopes.includes(document.scope) ? document : null;
  }

  /** A layer entry goes when the base has it, or when the collection was found equal at or after it (L4). */
  #retire(base: BaseRead, heads: ReadonlyMap<ReplicatedCollection, number>): void {
    const { epoch } = this.#copy;
    const done = [...this.#journal.view(epoch).layer.values()].filter(
      (entry) =>
        (base.get(keyOf(entry))?.seq ?? -1) >= entry.seq || (heads.get(entry.collection) ?? 0) >= entry.seq,
    );
    this.#journal.retire(epoch, done.map(keyOf));
  }

  #reportOnce(thrown: ReadonlyMap<OpId, unknown>): void {
    for (const [opId, error] of thrown) {
      if (!this.#reported.has(opId)) this.#report(error);
      this.#reported.add(opId);
    }
  }

  #publish(base: BaseRead, needed: readonly Ref[]): void {
    const { open, layer, past } = this.#journal.view(this.#copy.epoch);
    const documents = new Map<Key, AnyDocument | null | undefined>(this.#lent.shownOver(base));
    for (const [key, entry] of layer) {
      // the newer one per document: the base may have gone on while the layer still waits
      if (this.#lent.hasSince(key, entry.seq)) continue;
      documents.set(key, this.#visible(newerOf(shownVersion(entry), base.get(key)).document));
    }
    const rebased = this.#rebaser.rebase(open, (ref) => shownIn(documents, base, ref));
    for (const [key, document] of rebased.overlay) documents.set(key, document);
    this.#last = { past, openCount: open.length, rebased, needed };
    this.#show(rebased, documents, undefined);
  }

  #show(
    { waiting, forecast, thrown }: Rebased,
    documents: OverlayView['documents'],
    changes: OverlayView['changes'],
  ): void {
    this.#reportOnce(thrown);
    const number = this.view.number + 1;
    this.#view.next({ number, copy: this.#copy, documents, waiting, forecast, changes });
  }
}
