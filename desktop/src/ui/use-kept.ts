import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { useDesk } from './desk-context.tsx';

/**
 * State that outlives the program, sealed. `parse` gives the type back or the start value, whatever lies there; it must be
 * the same function from one render to the next.
 */
export function useKept<T>(
  key: string,
  parse: (kept: unknown) => T,
): readonly [T, (value: T | undefined) => void] {
  const { kept } = useDesk();
  const raw = useSyncExternalStore(kept.subscribe, () => kept.read(key));
  const value = useMemo(() => parse(raw), [parse, raw]);
  const write = useCallback((changed: T | undefined) => kept.write(key, changed), [kept, key]);
  return [value, write];
}
