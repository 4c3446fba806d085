import type { AnyDocument, Key } from '@amtsstube/shared/domain/documents';
import type { OpId } from '@amtsstube/shared/domain/ids';
import type { Refusal } from '@amtsstube/shared/operations/refusal';
import { defer, filter, type MonoTypeOperatorFunction } from 'rxjs';
import type { Copy } from './cache/cache.ts';

/** What lies over the base: documents that differ from it, or are not yet in it. Published whole, never half. */
export interface OverlayView {
  /** Counts this overlay's views. */
  readonly number: number;
  /** The copy it was computed on: what is not in `documents` is read from there, and from no other. */
  readonly copy: Copy;
  /** null: removed; undefined: this program can make nothing of it. */
  readonly documents: ReadonlyMap<Key, AnyDocument | null | undefined>;
  readonly waiting: ReadonlyMap<Key, readonly OpId[]>;
  readonly forecast: ReadonlyMap<OpId, Refusal>;
  /** Where only these documents differ from the view of that number: who knows that one looks at nothing else. */
  readonly changes: { readonly since: number; readonly keys: ReadonlySet<Key> } | undefined;
}

/** Only views that may say something else of some documents than the one before. */
export function whereChanged(isMeant: (key: Key) => boolean): MonoTypeOperatorFunction<OverlayView> {
  return (view$) =>
    defer(() => {
      let before: OverlayView | undefined;
      return view$.pipe(
        filter((view) => {
          const isNews = before === undefined || mayDiffer(before, view, isMeant);
          before = view;
          return isNews;
        }),
      );
    });
}

function mayDiffer(before: OverlayView, view: OverlayView, isMeant: (key: Key) => boolean): boolean {
  if (before.copy !== view.copy) return true;
  const { changes } = view;
  if (changes?.since === before.number) return [...changes.keys].some(isMeant);
  return [before, view].some(({ documents }) => [...documents.keys()].some(isMeant));
}

/** Reads along with the overlay; once more when the copy was switched meanwhile, because the former one is gone then. */
export async function readAlong<T>(
  overlay: { readonly view: OverlayView },
  read: (view: OverlayView) => Promise<T>,
): Promise<T> {
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
