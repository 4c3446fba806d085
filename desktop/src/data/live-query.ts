import { type AnyDocument, keyOf, type Ref } from '@amtsstube/shared/domain/documents';
import type { ReplicatedCollection } from '@amtsstube/shared/replication/collections';
import { filter, merge, Observable } from 'rxjs';
import type { Cache } from './cache/cache.ts';
import type { DeskDocuments, Shown, SmallCollection } from './desk.ts';
import type { Overlay } from './overlay.ts';
import { type OverlayView, readAlong, whereChanged } from './overlay-view.ts';

/**
 * One document as it is shown, again and again. The overlay is read before the base: an entry that retires in
 * between is in the base by then, the other way round it would be missed.
 * @param report hears of a read that failed after one that didn't
 */
export function watchDocument<C extends ReplicatedCollection>(
  cache: Cache,
  overlay: Overlay,
  { collection, id }: Ref<C>,
  report: (error: unknown) => void,
): Observable<Shown<DeskDocuments[C]> | undefined> {
  const key = keyOf({ collection, id });
  const changes$ = merge(
    overlay.view$.pipe(whereChanged((each) => each === key)),
    cache.received$.pipe(filter((written) => written.documents.some((each) => keyOf(each) === key))),
  );
  return latest(
    changes$,
    async ({ copy, documents, waiting }) => {
      const document = documents.has(key)
        ? documents.get(key)
        : (await copy.get([{ collection, id }])).get(key)?.document;
      return document
        ? { document: document as DeskDocuments[C], waiting: waiting.get(key) ?? [] }
        : undefined;
    },
    overlay,
    sameShown,
    report,
  );
}

/** All documents of a small collection, by id. */
export function watchCollection<C extends SmallCollection>(
  cache: Cache,
  overlay: Overlay,
  collection: C,
  report: (error: unknown) => void,
): Observable<readonly DeskDocuments[C][]> {
  const changes$ = merge(
    // who writes a note changes nothing here: nothing is read then
    overlay.view$.pipe(whereChanged((each) => each.startsWith(`${collection}/`))),
    cache.received$.pipe(filter((written) => written.collection === collection)),
  );
  return latest(
    changes$,
    async ({ copy, documents }) => {
      const shown = new Map<string, AnyDocument>();
      for (let afterId = ''; ; ) {
        const page = await copy.page(collection, afterId, 500);
        for (const { id, document } of page) if (document) shown.set(id, document);
        const last = page.at(-1);
        if (last === undefined || page.length < 500) break;
        afterId = last.id;
      }
      for (const [key, document] of documents) {
        const [of, id] = [key.slice(0, key.indexOf('/')), key.slice(key.indexOf('/') + 1)];
        if (of === collection && document) shown.set(id, document);
        else if (of === collection) shown.delete(id);
      }
      return [...shown.values()] as DeskDocuments[C][];
    },
    overlay,
    sameList,
    report,
  );
}

/** Reads after each change, one read at a time, once more if something changed meanwhile (`switchMap` would starve). */
function latest<T>(
  changes$: Observable<unknown>,
  read: (view: OverlayView) => Promise<T>,
  overlay: Overlay,
  isSame: (a: T, b: T) => boolean,
  report: (error: unknown) => void,
): Observable<T> {
  return new Observable((subscriber) => {
    let isRunning = false;
    let isDue = false;
    let last: { readonly value: T } | undefined;
    const run = async () => {
      isDue = true;
      if (isRunning) return;
      isRunning = true;
      try {
        while (isDue && !subscriber.closed) {
          isDue = false;
          const value = await readAlong(overlay, read);
          if (isDue || subscriber.closed || (last && isSame(last.value, value))) continue;
          last = { value };
          subscriber.next(value);
        }
      } finally {
        isRunning = false;
      }
    };
    // what was read last stays on screen, and the next change reads again; where nothing was read yet, that is told
    const failed = (error: unknown) => (last === undefined ? subscriber.error(error) : report(error));
    const start = () => run().catch(failed);
    return changes$.subscribe({ next: start, complete: () => subscriber.complete() });
  });
}

function sameShown(a: Shown<unknown> | undefined, b: Shown<unknown> | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.waiting.join() === b.waiting.join() && JSON.stringify(a.document) === JSON.stringify(b.document);
}

function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
