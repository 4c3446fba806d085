import type { Case } from '@amtsstube/shared/domain/case';
import { keyOf } from '@amtsstube/shared/domain/documents';
import type { VersionedDocument } from '@amtsstube/shared/replication/messages';
import { BehaviorSubject, merge, type Observable, type Subscription } from 'rxjs';
import type { Cache } from './cache/cache.ts';
import type { CaseRow } from './desk.ts';
import type { Overlay } from './overlay.ts';

const pageSize = 500;

/**
 * All cases in memory: lists, counters and matching read from here, because reading rows from IndexedDB takes
 * 2–3 ms each (measured). Filled at start in pages, kept up with what the pull writes.
 */
export class CaseProjection {
  readonly #cache: Cache;
  readonly #overlay: Overlay;
  readonly #rows = new BehaviorSubject<readonly CaseRow[] | undefined>(undefined);
  readonly rows$: Observable<readonly CaseRow[] | undefined> = this.#rows.asObservable();
  readonly #subscription: Subscription;
  #base = new Map<string, VersionedDocument>();
  #isLoaded = false;
  #loads = 0;

  constructor(cache: Cache, overlay: Overlay) {
    this.#cache = cache;
    this.#overlay = overlay;
    this.#subscription = merge(cache.received$, overlay.view$).subscribe((change) => {
      if ('collection' in change) {
        if (change.collection !== 'cases') return;
        for (const document of change.documents) addNewer(this.#base, document);
      }
      this.#emit();
    });
    cache.whenSwitched(async (collections) => {
      if (collections.includes('cases')) await this.load();
    });
  }

  async load(): Promise<void> {
    this.#loads += 1;
    const load = this.#loads;
    const base = new Map<string, VersionedDocument>();
    const meanwhile = this.#cache.received$.subscribe(({ collection, documents }) => {
      if (collection === 'cases') for (const document of documents) addNewer(base, document);
    });
    try {
      for (let afterId = ''; ; ) {
        const page = await this.#cache.copy.page('cases', afterId, pageSize);
        for (const document of page) addNewer(base, document);
        const last = page.at(-1);
        if (last === undefined || page.length < pageSize) break;
        afterId = last.id;
      }
    } catch (error) {
      // the copy it read was switched away: the load that began with the switch counts
      if (load === this.#loads) throw error;
    } finally {
      meanwhile.unsubscribe();
    }
    // a newer load has begun: its copy counts
    if (load !== this.#loads) return;
    this.#base = base;
    this.#isLoaded = true;
    this.#emit();
  }

  close(): void {
    this.#subscription.unsubscribe();
    this.#rows.complete();
  }

  #emit(): void {
    if (!this.#isLoaded) return;
    const { documents, waiting } = this.#overlay.view;
    const rows = new Map<string, CaseRow>();
    for (const [id, { document }] of this.#base) {
      if (document) rows.set(id, { caseRecord: document as Case, waiting: [] });
    }
    for (const [key, document] of documents) {
      if (!key.startsWith('cases/')) continue;
      const id = key.slice('cases/'.length);
      if (document === null) rows.delete(id);
      else
        rows.set(id, {
          caseRecord: document as Case,
          waiting: waiting.get(keyOf({ collection: 'cases', id })) ?? [],
        });
    }
    this.#rows.next([...rows.values()].sort(newestFirst));
  }
}

function newestFirst({ caseRecord: a }: CaseRow, { caseRecord: b }: CaseRow): number {
  if (a.submittedAt !== b.submittedAt) return a.submittedAt < b.submittedAt ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}

function addNewer(base: Map<string, VersionedDocument>, document: VersionedDocument): void {
  if ((base.get(document.id)?.seq ?? -1) < document.seq) base.set(document.id, document);
}
