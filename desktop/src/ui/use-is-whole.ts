import { useDesk } from './desk-context.tsx';
import { useReplayed } from './use-replayed.ts';

/** False while cases are still being read from disk: what a list shows is not yet all there is. */
export function useIsWhole(): boolean {
  return useReplayed(useDesk().desk.caseListIsWhole$, false);
}
