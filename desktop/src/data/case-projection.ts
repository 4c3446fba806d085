import type { Observable } from 'rxjs';
import { BehaviorSubject, combineLatest, distinctUntilChanged, map } from 'rxjs';
import type { Cache } from './cache/cache.ts';
import { CaseNames } from './case-names.ts';
import { CaseRows } from './case-rows.ts';
import type { CaseRow } from './desk.ts';
import type { Overlay } from './overlay.ts';
import { Projection } from './projection.ts';

/** All cases in memory, newest first, with the names of their applicants. */
export class CaseProjection {
  #names: { readonly index: CaseNames; readonly isWhole$: Observable<boolean> } | undefined;
  readonly #rows = new CaseRows();
  readonly #projection: Projection<'cases', CaseRow>;
  readonly rows$: Observable<readonly CaseRow[] | undefined>;
  /** False while the first reading goes on: rows are shown, and more will come. */
  readonly isWhole$: Observable<boolean>;

  constructor(cache: Cache, overlay: Overlay) {
    this.#projection = new Projection(cache, overlay, {
      collection: 'cases',
      rows: this.#rows,
      rowOf: (caseRecord, waiting, before) =>
        before?.caseRecord === caseRecord && before.waiting.join() === waiting.join()
          ? before
          : { caseRecord, waiting },
      changed: (rows) => {
        if (this.#names) for (const [id, row] of rows) this.#names.index.change(id, row);
      },
    });
    this.rows$ = this.#projection.rows$;
    this.isWhole$ = this.#projection.isWhole$;
  }

  /** Resolves when the first rows are there; the others come while they are in use. Where that fails, `rows$` does. */
  open(): Promise<void> {
    return this.#projection.open();
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
    return combineLatest([isWhole$, this.isWhole$, this.rows$]).pipe(
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

  close(): Promise<void> {
    return this.#projection.close();
  }
}
