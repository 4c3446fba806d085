import { type AnyDocument, type Key, keyOf } from '@amtsstube/shared/domain/documents';
import type { OpId } from '@amtsstube/shared/domain/ids';
import type { ReplicatedCollection } from '@amtsstube/shared/replication/collections';
import type { ShownVersion } from '@amtsstube/shared/replication/messages';
import { BehaviorSubject, filter, firstValueFrom, type Observable, Subscription } from 'rxjs';
import type { Cache } from './cache/cache.ts';
import type { DeskDocuments } from './desk.ts';
import type { Overlay } from './overlay.ts';
import type { OverlayView } from './overlay-view.ts';
import type { SortedRows } from './sorted-rows.ts';

const pageSize = 500;

type Base = Map<string, ShownVersion>;

interface Projected<C extends ReplicatedCollection, Row> {
  readonly collection: C;
  readonly rows: SortedRows<Row>;
  /** What a list shows of it: the very row there is where nothing of it changed. */
  readonly rowOf: (document: DeskDocuments[C], waiting: readonly OpId[], before: Row | undefined) => Row;
  /** Hears of rows as they change, before they are shown. */
  readonly changed?: (rows: ReadonlyMap<string, Row | undefined>) => void;
}

/**
 * All of a large collection in memory: lists, counters and matching read from here, because reading rows from IndexedDB
 * takes 2–3 ms each (measured). Filled in pages, kept up with what the pull writes, row by row.
 */
export class Projection<C extends ReplicatedCollection, Row> {
  readonly #cache: Cache;
  readonly #of: Projected<C, Row>;
  readonly #shown = new BehaviorSubject<readonly Row[] | undefined>(undefined);
  readonly #isWhole = new BehaviorSubject(false);
  readonly rows$: Observable<readonly Row[] | undefined> = this.#shown.asObservable();
  /** False while the first reading goes on: rows are shown, and more will come. */
  readonly isWhole$: Observable<boolean> = this.#isWhole.asObservable();
  readonly #subscription = new Subscription();
  #view: OverlayView;
  #base: Base = new Map();
  /** Of the copy the base was read from. */
  #generation: number;
  /**
   * While another copy is read: what was shown of a document, or has come since. The former base knows it older or not
   * at all, and what a clerk was told is saved must not be gone from her list until the reading is done.
   */
  readonly #meanwhile = new Map<string, AnyDocument | null | undefined>();
  #loading: Promise<void> | undefined;
  #loads = 0;

  constructor(cache: Cache, overlay: Overlay, of: Projected<C, Row>) {
    this.#cache = cache;
    this.#of = of;
    this.#view = overlay.view;
    this.#generation = cache.copy.generationOf(of.collection);
    this.#subscription.add(
      cache.received$.subscribe(({ collection, documents }) => {
        if (collection === of.collection) this.#take(documents);
      }),
    );
    // what was made here and not handed over yet lies in no copy
    this.#change([...overlay.view.documents.keys()].filter(this.#isOne).map(idOf));
    this.#subscription.add(overlay.view$.subscribe((view) => this.#lay(view)));
    cache.whenSwitched(async (collections) => {
      if (collections.includes(of.collection)) await this.#load();
    });
  }

  /** Resolves when the first rows are there; the others come while they are in use. Where that fails, `rows$` does. */
  async open(): Promise<void> {
    const loading = this.#load();
    this.#loading = loading;
    loading.catch((error) => this.#shown.error(error));
    await Promise.race([loading, firstValueFrom(this.rows$.pipe(filter((rows) => rows !== undefined)))]);
  }

  async close(): Promise<void> {
    this.#subscription.unsubscribe();
    // what is still being read counts no more
    this.#loads += 1;
    await this.#loading?.catch(() => undefined);
    this.#shown.complete();
    this.#isWhole.complete();
  }

  /** Reads the present copy: the first time onto the screen, after a switch beside what is shown. */
  async #load(): Promise<void> {
    this.#loads += 1;
    const load = this.#loads;
    const isFirst = load === 1;
    const generation = this.#cache.copy.generationOf(this.#of.collection);
    if (isFirst) this.#generation = generation;
    const base: Base = isFirst ? this.#base : new Map();
    const meanwhile = this.#cache.received$.subscribe(({ collection, documents }) => {
      if (collection === this.#of.collection) for (const document of documents) addNewer(base, document);
    });
    try {
      let shownFrom = 1;
      for (let afterId = ''; ; ) {
        const page = await this.#cache.copy.page(this.#of.collection, afterId, pageSize);
        // a newer load has begun: its copy counts
        if (load !== this.#loads) return;
        if (isFirst) {
          // who shows rows sorts and filters them all, each time: so there are twice as many each time
          const isShown = base.size + page.length >= shownFrom;
          if (isShown) shownFrom = 2 * (base.size + page.length);
          this.#take(page, isShown);
        } else for (const document of page) addNewer(base, document);
        const last = page.at(-1);
        if (last === undefined || page.length < pageSize) break;
        afterId = last.id;
      }
    } catch (error) {
      // the copy it read was switched away: the load that began with the switch counts
      if (load === this.#loads) throw error;
      return;
    } finally {
      meanwhile.unsubscribe();
    }
    if (!isFirst) {
      const ids = new Set([...this.#of.rows.ids(), ...base.keys()]);
      this.#base = base;
      this.#generation = generation;
      this.#meanwhile.clear();
      this.#change(ids);
    }
    this.#emit();
    this.#isWhole.next(true);
  }

  #take(documents: readonly ShownVersion[], isShown = this.#shown.value !== undefined): void {
    const isOfAnother = this.#cache.copy.generationOf(this.#of.collection) !== this.#generation;
    if (isOfAnother) for (const { id, document } of documents) this.#meanwhile.set(id, document);
    const news = isOfAnother ? documents : documents.filter((document) => addNewer(this.#base, document));
    this.#change(news.map(({ id }) => id));
    if (isShown) this.#emit();
  }

  /** Another view lies over the base: what differs between the former one and it is looked at, nothing else. */
  #lay(view: OverlayView): void {
    const former = this.#view;
    this.#view = view;
    if (view.copy.generationOf(this.#of.collection) !== this.#generation)
      for (const [key, document] of former.documents)
        if (this.#isOne(key) && !view.documents.has(key)) this.#meanwhile.set(idOf(key), document);
    const ids = new Set<string>();
    const keys =
      view.changes?.since === former.number
        ? view.changes.keys
        : [...former.documents.keys(), ...view.documents.keys()];
    for (const key of keys) if (this.#isOne(key) && !isSameIn(former, view, key)) ids.add(idOf(key));
    this.#change(ids);
    if (this.#shown.value !== undefined) this.#emit();
  }

  #change(ids: Iterable<string>): void {
    const changed = new Map<string, Row | undefined>();
    for (const id of ids) changed.set(id, this.#rowOf(id));
    this.#of.rows.change(changed);
    this.#of.changed?.(changed);
  }

  #rowOf(id: string): Row | undefined {
    const { documents, waiting } = this.#view;
    const key = keyOf({ collection: this.#of.collection, id });
    const below = this.#meanwhile.has(id) ? this.#meanwhile.get(id) : this.#base.get(id)?.document;
    const document = documents.has(key) ? documents.get(key) : below;
    if (!document) return undefined;
    return this.#of.rowOf(document as DeskDocuments[C], waiting.get(key) ?? [], this.#of.rows.get(id));
  }

  readonly #isOne = (key: Key): boolean => key.startsWith(`${this.#of.collection}/`);

  #emit(): void {
    const { sorted } = this.#of.rows;
    if (this.#shown.value !== sorted) this.#shown.next(sorted);
  }
}

/** Hundreds of open operations lie over the documents, and each new view differs in one of them. */
function isSameIn(former: OverlayView, view: OverlayView, key: Key): boolean {
  return (
    former.documents.has(key) === view.documents.has(key) &&
    former.documents.get(key) === view.documents.get(key) &&
    former.waiting.get(key)?.length === view.waiting.get(key)?.length
  );
}

function idOf(key: Key): string {
  return key.slice(key.indexOf('/') + 1);
}

function addNewer(base: Base, document: ShownVersion): boolean {
  if ((base.get(document.id)?.seq ?? -1) >= document.seq) return false;
  base.set(document.id, document);
  return true;
}
