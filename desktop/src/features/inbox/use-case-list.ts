import { useDeferredValue, useMemo } from 'react';
import type { CaseRow } from '../../data/desk.ts';
import { de } from '../../texts/de.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { useNameOf, useSettingName } from '../../ui/names.ts';
import type { InboxView } from '../../ui/place.ts';
import { useIsWhole } from '../../ui/use-is-whole.ts';
import { useObservable } from '../../ui/use-observable.ts';
import { isInView, matches, type Naming, type Sorting, sortCases } from './list-cases.ts';

export interface CaseList {
  /** What view and query leave, sorted; undefined while the desk loads. */
  readonly rows: readonly CaseRow[] | undefined;
  /** Hits of the query in all cases: where to look when the view has none. */
  readonly foundInAll: number;
  readonly naming: Naming;
}

/** The case list as a view shows it. Typing stays ahead of filtering (deferred), also with ten thousand cases. */
export function useCaseList(view: InboxView, query: string, sorting: Sorting): CaseList {
  const { desk } = useDesk();
  const all = useObservable(desk.caseList$, undefined);
  const serviceName = useSettingName();
  const nameOf = useNameOf();
  const deferredQuery = useDeferredValue(query);

  const naming = useMemo<Naming>(
    () => ({
      serviceName,
      assigneeName: (id) => (id === null ? '' : nameOf(id)),
      statusName: (status) => de.cases.status[status],
    }),
    [serviceName, nameOf],
  );
  const found = useMemo(
    () => (deferredQuery.trim() === '' ? all : all?.filter((row) => matches(row.caseRecord, deferredQuery))),
    [all, deferredQuery],
  );
  const rows = useMemo(
    () =>
      found &&
      sortCases(
        found.filter((row) => isInView(row.caseRecord, view, desk.actor)),
        sorting,
        naming,
      ),
    [found, view, desk, sorting, naming],
  );
  return { rows, foundInAll: found?.length ?? 0, naming };
}

/** How many cases each view has; undefined until all are read: a count that grows would be read as news. */
export function useCaseCounts(): Readonly<Record<InboxView, number>> | undefined {
  const { desk } = useDesk();
  const all = useObservable(desk.caseList$, undefined);
  const isWhole = useIsWhole();
  return useMemo(() => {
    if (all === undefined || !isWhole) return undefined;
    const countOf = (view: InboxView) =>
      all.filter((row) => isInView(row.caseRecord, view, desk.actor)).length;
    return { unassigned: countOf('unassigned'), mine: countOf('mine'), all: all.length };
  }, [all, desk, isWhole]);
}
