import { useDesk } from './desk-context.tsx';
import { useObservable } from './use-observable.ts';

/** False while cases are still being read from disk: what a list shows is not yet all there is. */
export function useIsWhole(): boolean {
  return useObservable(useDesk().desk.caseListIsWhole$, false);
}
