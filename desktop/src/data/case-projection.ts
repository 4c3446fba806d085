import type { Case } from '@amtsstube/shared/domain/case';
import { type AnyDocument, type Key, keyOf } from '@amtsstube/shared/domain/documents';
import type { ShownVersion } from '@amtsstube/shared/replication/messages';
import {
  BehaviorSubject,
  combineLatest,
  distinctUntilChanged,
  filter,
  firstValueFrom,
  map,
  type Observable,
  Subscription,
} from 'rxjs';
import type { Cache } from './cache/cache.ts';
import { CaseNames } from './case-names.ts';
import { CaseRows } from './case-rows.ts';
import type { CaseRow } from './desk.ts';
import type { Overlay } from './overlay.ts';
import type { OverlayView } from './overlay-view.ts';

const pageSize = 500;

type Base = Map<string, ShownVersion>;

/**
 * All cases in memory: lists, counters and matching read from here, because reading rows from IndexedDB takes
 * 2–3 ms each (measured). Filled at start in pages, kept up with what the pull writes, row by row.
 */
export class CaseProjection {
  readonly #cache: Cache;
  readonly #shown = new BehaviorSubject<readonly CaseRow[] | undefined>(undefined);
  readonly #isWhole = new BehaviorSubject(false);
  readonly rows$: Observable<readonly CaseRow[] | undefined> = this.#shown.asObservable();
  /** False while the first reading goes on: rows are shown, and more will come. */
  readonly isWhole$: Observable<boolean> = this.#isWhole.asObservable();
  readonly #subscription = new Subscription();
  readonly #rows = new CaseRows();
  #names: { readonly index: CaseNames; readonly isWhole$: Observable<boolean> } | undefined;
  #view: OverlayView;
  #base: Base = new Map();
  /** Of the copy the base was read from. */
  #generation: number;
  /**
   * While another copy is read: what was shown of a case, or has come since. The former base knows it older or not at
   * all, and what a clerk was told is saved must not be gone from her list until the reading is done.
   */
  readonly #meanwhile = new Map<string, AnyDocument | null | undefined>();
  #loading: Promise<void> | undefined;
  #loads = 0;

  constructor(cache: Cache, overlay: Overlay) {
    this.#cache = cache;
    this.#view = overlay.view;
    this.#generation = cache.copy.generationOf('cases');
    this.#subscription.add(
      cache.received$.subscribe(({ collection, documents }) => {
        if (collection === 'cases') this.#take(documents);
      }),
    );
    // a case that was entered here and not handed over yet lies in no copy
    this.#change(casesIn(overlay.view));
    this.#subscription.add(overlay.view$.subscribe((view) => this.#lay(view)));
    cache.whenSwitched(async (collections) => {
      if (collections.includes('cases')) await this.#load();
    });
  }

  /** Resolves when the first rows are there; the others come while they are in use. Where that fails, `rows$` does. */
  async open(): Promise<void> {
    const loading = this.#load();
    this.#loading = loading;
    await Promise.race([loading, firstValueFrom(this.rows$.pipe(filter((rows) => rows !== undefined)))]);
    loading.catch((error) => this.#shown.error(error));
  }

  /**
   * Cases whose applicant has this name, in any spelling, newest first; `undefined` until all were looked through, which
   * begins with the first question.
   */
  namesakes$(name: string): Observable<readonly CaseRow[] | undefined> {
    this.#names ??= this.#indexNames();
    const { index, isWhole$ } = this.#names;
    const found = (): readonly CaseRow[] =>
      index
        .of(name)
        .flatMap((id) => this.#rows.get(id) ?? [])
        .toSorted((a, b) => (a.caseRecord.submittedAt < b.caseRecord.submittedAt ? 1 : -1));
    return combineLatest([isWhole$, this.#isWhole, this.#shown]).pipe(
      map(([isIndexed, isWhole]) => (isIndexed && isWhole ? found() : undefined)),
      distinctUntilChanged(
        (a, b) => a === b || (a?.length === b?.length && (a ?? []).every((row, at) => row === b?.[at])),
      ),
    );
  }

  #indexNames() {
    const index = new CaseNames();
    const isWhole$ = new BehaviorSubject(false);
    const steps = index.takeIn(this.#rows.sorted);
    const goOn = () => {
      if (steps.next().done) isWhole$.next(true);
      else setTimeout(goOn);
    };
    setTimeout(goOn);
    return { index, isWhole$ };
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
    const generation = this.#cache.copy.generationOf('cases');
    if (isFirst) this.#generation = generation;
    const base: Base = isFirst ? this.#base : new Map();
    const meanwhile = this.#cache.received$.subscribe(({ collection, documents }) => {
      if (collection === 'cases') for (const document of documents) addNewer(base, document);
    });
    try {
      let shownFrom = 1;
      for (let afterId = ''; ; ) {
        const page = await this.#cache.copy.page('cases', afterId, pageSize);
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
      const ids = new Set([...this.#rows.ids(), ...base.keys()]);
      this.#base = base;
      this.#generation = generation;
      this.#meanwhile.clear();
      this.#change(ids);
    }
    this.#emit();
    this.#isWhole.next(true);
  }

  #take(documents: readonly ShownVersion[], isShown = this.#shown.value !== undefined): void {
    const isOfAnother = this.#cache.copy.generationOf('cases') !== this.#generation;
    if (isOfAnother) for (const { id, document } of documents) this.#meanwhile.set(id, document);
    const news = isOfAnother ? documents : documents.filter((document) => addNewer(this.#base, document));
    this.#change(news.map(({ id }) => id));
    if (isShown) this.#emit();
  }

  /** Another view lies over the base: what differs between the former one and it is looked at, nothing else. */
  #lay(view: OverlayView): void {
    const former = this.#view;
    this.#view = view;
    if (view.copy.generationOf('cases') !== this.#generation)
      for (const [key, document] of former.documents)
        if (key.startsWith('cases/') && !view.documents.has(key)) this.#meanwhile.set(idOf(key), document);
    const ids = new Set<string>();
    const keys =
      view.changes?.since === former.number
        ? view.changes.keys
        : [...former.documents.keys(), ...view.documents.keys()];
    for (const key of keys) if (!isSameIn(former, view, key)) ids.add(idOf(key));
    this.#change(ids);
    if (this.#shown.value !== undefined) this.#emit();
  }

  #change(ids: Iterable<string>): void {
    const changed = new Map<string, CaseRow | undefined>();
    for (const id of ids) changed.set(id, this.#rowOf(id));
    this.#rows.change(changed);
    if (this.#names) for (const [id, row] of changed) this.#names.index.change(id, row);
  }

  /** The very row there is where nothing of it changed. */
  #rowOf(id: string): CaseRow | undefined {
    const { documents, waiting: allWaiting } = this.#view;
    const key = keyOf({ collection: 'cases', id });
    const below = this.#meanwhile.has(id) ? this.#meanwhile.get(id) : this.#base.get(id)?.document;
    const caseRecord = documents.has(key) ? documents.get(key) : below;
    if (!caseRecord) return undefined;
    const waiting = allWaiting.get(key) ?? [];
    const before = this.#rows.get(id);
    const isSame = before?.caseRecord === caseRecord && before.waiting.join() === waiting.join();
    return isSame ? before : { caseRecord: caseRecord as Case, waiting };
  }

  #emit(): void {
    const { sorted } = this.#rows;
    if (this.#shown.value !== sorted) this.#shown.next(sorted);
  }
}

/** Hundreds of open operations lie over the cases, and each new view differs in one of them. */
function isSameIn(former: OverlayView, view: OverlayView, key: Key): boolean {
  if (!key.startsWith('cases/')) return true;
  return (
    former.documents.has(key) === view.documents.has(key) &&
    former.documents.get(key) === view.documents.get(key) &&
    former.waiting.get(key)?.length === view.waiting.get(key)?.length
  );
}

function casesIn({ documents }: OverlayView): readonly string[] {
  return [...documents.keys()].filter((key) => key.startsWith('cases/')).map(idOf);
}

function idOf(key: Key): string {
  return key.slice('cases/'.length);
}

function addNewer(base: Base, document: ShownVersion): boolean {
  if ((base.get(document.id)?.seq ?? -1) >= document.seq) return false;
  base.set(document.id, document);
  return true;
}
