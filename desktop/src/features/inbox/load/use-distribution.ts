import { absenceOn } from '@amtsstube/shared/domain/absence';
import type { Case } from '@amtsstube/shared/domain/case';
import type { Clerk } from '@amtsstube/shared/domain/clerk';
import type { ClerkId } from '@amtsstube/shared/domain/ids';
import { worksIn } from '@amtsstube/shared/domain/permissions';
import { useMemo, useState } from 'react';
import { useDesk } from '../../../ui/desk-context.tsx';
import { compareGerman } from '../../../ui/german-text.ts';
import { useClerks } from '../../../ui/names.ts';
import { useReplayed } from '../../../ui/use-replayed.ts';
import { useToday } from '../../../ui/use-today.ts';
import { distributeEvenly } from './load-of.ts';

export interface Distribution {
  /** Who may work on any of the cases. */
  readonly clerks: readonly Clerk[];
  readonly isChosen: (id: ClerkId) => boolean;
  readonly toggle: (id: ClerkId) => void;
  readonly targets: ReadonlyMap<Case['id'], Clerk>;
  /** How many each gets, and how many are open on her desk then. */
  readonly outcome: (id: ClerkId) => { readonly gets: number; readonly after: number };
}

/** A suggestion who gets which case; who is away today is left out until she is chosen. */
export function useDistribution(cases: readonly Case[]): Distribution {
  const { desk } = useDesk();
  const all = useClerks();
  const today = useToday();
  const rows = useReplayed(desk.caseList$, undefined);
  const [changed, setChanged] = useState<ReadonlyMap<ClerkId, boolean>>(new Map());
  const clerks = useMemo(
    () =>
      all
        .filter((clerk) => cases.some(({ departmentId }) => worksIn(clerk, departmentId)))
        .toSorted((left, right) => compareGerman(left.name, right.name)),
    [all, cases],
  );
  const open = useMemo(() => {
    const counts = new Map<ClerkId, number>();
    if (cases.length === 0) return counts;
    for (const { caseRecord } of rows ?? []) {
      const { assigneeId, decision } = caseRecord;
      if (assigneeId !== null && decision === null) counts.set(assigneeId, (counts.get(assigneeId) ?? 0) + 1);
    }
    return counts;
  }, [rows, cases]);
  const isChosen = (id: ClerkId) =>
    changed.get(id) ??
    absenceOn(
      all.find((clerk) => clerk.id === id),
      today,
    ) === undefined;
  const targets = distributeEvenly(
    cases,
    clerks.filter(({ id }) => isChosen(id)),
    open,
  );
  return {
    clerks,
    isChosen,
    toggle: (id) => setChanged(new Map([...changed, [id, !isChosen(id)]])),
    targets,
    outcome: (id) => {
      const gets = [...targets.values()].filter((target) => target.id === id).length;
      const had = cases.filter(({ assigneeId }) => assigneeId === id).length;
      return { gets, after: (open.get(id) ?? 0) - had + gets };
    },
  };
}
