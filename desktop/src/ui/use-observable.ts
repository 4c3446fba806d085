import { useCallback, useRef, useSyncExternalStore } from 'react';
import type { Observable } from 'rxjs';

/**
 * The newest value of an observable, `initial` until it has emitted. The observable must be the same object from one
 * render to the next (`useMemo`), or each render subscribes anew. Its error ends in the error boundary.
 */
export function useObservable<T, I>(observable: Observable<T>, initial: I): T | I {
  const latest = useRef<Latest<T> | undefined>(undefined);
  const subscribe = useCallback(
    (changed: () => void) => {
      const subscription = observable.subscribe({
        next: (value) => {
          latest.current = { of: observable, value };
          changed();
        },
        error: (error: unknown) => {
          latest.current = { of: observable, error };
          changed();
        },
      });
      return () => subscription.unsubscribe();
    },
    [observable],
  );
  const current = useSyncExternalStore(subscribe, () => latest.current);
  // what another observable emitted (the case shown before) is no value of this one
  if (current === undefined || current.of !== observable) return initial;
  if ('error' in current) throw current.error;
  return current.value;
}

type Latest<T> = { readonly of: Observable<T> } & ({ readonly value: T } | { readonly error: unknown });
