import type { Annex } from '@amtsstube/shared/domain/annex';
import { useMemo } from 'react';
import type { CaseRow } from '../../../data/desk.ts';
import { useDesk } from '../../../ui/desk-context.tsx';
import { useObservable } from '../../../ui/use-observable.ts';

/** What the case has to do with others; undefined while there is nothing. */
export function useAnnex(caseId: string): Annex | undefined {
  const { desk } = useDesk();
  return useObservable(
    useMemo(() => desk.watch('annexes', caseId), [desk, caseId]),
    undefined,
  )?.document;
}

/** Cases of the same name; undefined until all were looked through. */
export function useNamesakes(name: string): readonly CaseRow[] | undefined {
  const { desk } = useDesk();
  return useObservable(
    useMemo(() => desk.namesakes(name), [desk, name]),
    undefined,
  );
}
