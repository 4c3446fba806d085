import { useMemo, useSyncExternalStore } from 'react';
import type { Observable } from 'rxjs';

/**
 * As `useObservable`, for one that tells who subscribes its newest value at once. It is there in the very first render,
 * so that a screen isn't drawn empty first and a second time with what it shows. `initial` until there is one.
 */
export function useReplayed<T, I>(observable: Observable<T>, initial: I): T | I {
  const store = useMemo(() => replayedStore(observable), [observable]);
  const latest = useSyncExternalStore(store.subscribe, store.latest);
  if (latest === undefined) return initial;
  if ('error' in latest) throw latest.error;
  return latest.value;
}

type Latest<T> = { readonly value: T } | { readonly error: unknown };

interface ReplayedStore<T> {
  latest(): Latest<T> | undefined;
  subscribe(changed: () => void): () => void;
}

/** What a component reads and listens to; a value that is the same as before is no change. */
export function replayedStore<T>(observable: Observable<T>): ReplayedStore<T> {
  let latest: Latest<T> | undefined;
  const listen = (changed: () => void) =>
    observable.subscribe({
      next: (value) => {
        if (latest && 'value' in latest && latest.value === value) return;
        latest = { value };
        changed();
      },
      error: (error: unknown) => {
        latest = { error };
        changed();
      },
    });
  listen(() => undefined).unsubscribe();
  return {
    latest: () => latest,
    subscribe: (changed) => {
      const subscription = listen(changed);
      return () => subscription.unsubscribe();
    },
  };
}
