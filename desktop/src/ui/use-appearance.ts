import { type Appearance, appearance } from './appearance.ts';
import { useObservable } from './use-observable.ts';

const change$ = appearance.change$;

/** The appearance of this window, kept up to date. */
export function useAppearance(): Appearance {
  return useObservable(change$, appearance.value);
}
