import type { Actor } from '@amtsstube/shared/domain/actor';
import type { LocalDate } from '@amtsstube/shared/domain/time';
import { useEffect, useMemo } from 'react';
import type { CaseRow } from '../../data/desk.ts';
import { de } from '../../texts/de.ts';
import { deadlineStateOn } from '../../ui/deadline-state.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { type NameOf, useNameOf, useSettingName } from '../../ui/names.ts';
import type { InboxView } from '../../ui/place.ts';
import { searchCases } from '../../ui/search-cases.ts';
import { useIsWhole } from '../../ui/use-is-whole.ts';
import { useReplayed } from '../../ui/use-replayed.ts';
import { useToday } from '../../ui/use-today.ts';
import { type FilterContext, filterCases } from './case-filters.ts';
import { orderBy, prepareLists } from './case-orders.ts';
import { type Looking, rowsInView } from './is-in-view.ts';
import type { ListState } from './list-state.ts';
import type { Naming } from './sort-key.ts';

export interface CaseList {
  /** Every case of the desk; undefined while it loads. */
  readonly all: readonly CaseRow[] | undefined;
  /** What view, query and filters leave, sorted; undefined while the desk loads. */
  readonly rows: readonly CaseRow[] | undefined;
  /** The same before the filters. */
  readonly unfiltered: readonly CaseRow[];
  /** Hits of the query in all cases: where to look when the view has none. */
  readonly foundInAll: number;
  /** As `rows`, of another query: what the field says now, where the list hasn't followed yet. */
  readonly rowsFor: (query: string) => readonly CaseRow[] | undefined;
  readonly naming: Naming;
  readonly filterContext: FilterContext;
}

/** The case list as it is set up: sorted once, then searched, then what of it is in view, then filtered. */
export function useCaseList(
  view: InboxView,
  query: string,
  { filters, sorting, columns }: ListState,
): CaseList {
  const { desk } = useDesk();
  const all = useReplayed(desk.caseList$, undefined);
  const naming = useNaming();
  const filterContext = useFilterContext();
  const looking = useLooking();

  useEffect(
    () => (all === undefined ? undefined : prepareLists(desk, all, columns, naming)),
    [desk, all, columns, naming],
  );
  const sorted = useMemo(
    () => all && orderBy(desk, sorting.by, naming).sorted(all, sorting.direction),
    [desk, all, sorting, naming],
  );
  const found = useMemo(() => sorted && searchCases(sorted, query), [sorted, query]);
  const inView = useMemo(() => found && rowsInView(found, view, looking), [found, view, looking]);
  const rows = useMemo(
    () => inView && filterCases(inView, filters, filterContext),
    [inView, filters, filterContext],
  );
  return {
    all,
    rows,
    unfiltered: inView ?? [],
    foundInAll: found?.length ?? 0,
    rowsFor: (other) =>
      other === query
        ? rows
        : sorted &&
          filterCases(rowsInView(searchCases(sorted, other), view, looking), filters, filterContext),
    naming,
    filterContext,
  };
}

/** How many cases each view has; undefined until all are read: a count that grows would be read as news. */
export function useCaseCounts(): Readonly<Record<InboxView, number>> | undefined {
  const { desk } = useDesk();
  const all = useReplayed(desk.caseList$, undefined);
  const isWhole = useIsWhole();
  const looking = useLooking();
  return useMemo(() => {
    if (all === undefined || !isWhole) return undefined;
    const countOf = (view: InboxView) => rowsInView(all, view, looking).length;
    return {
      due: countOf('due'),
      unassigned: countOf('unassigned'),
      mine: countOf('mine'),
      deputy: countOf('deputy'),
      all: all.length,
    };
  }, [all, looking, isWhole]);
}

function useNaming(): Naming {
  const settingName = useSettingName();
  const nameOf = useNameOf();
  return namingOf(settingName, nameOf);
}

/** The last one is kept: a screen that is drawn anew with the same names finds the lists sorted by them. */
let lastNaming:
  | { readonly settingName: Naming['settingName']; readonly nameOf: NameOf; readonly naming: Naming }
  | undefined;

function namingOf(settingName: Naming['settingName'], nameOf: NameOf): Naming {
  if (lastNaming?.settingName !== settingName || lastNaming.nameOf !== nameOf) {
    const naming: Naming = {
      settingName,
      assigneeName: (id) => (id === null ? '' : nameOf(id)),
      statusName: (status) => de.cases.status[status],
      channelName: (channel) => de.cases.facts.channels[channel],
    };
    lastNaming = { settingName, nameOf, naming };
  }
  return lastNaming.naming;
}

/** One for each desk and day: what was found for the last one is found again. */
let lastLooking: { readonly today: LocalDate; readonly looking: Looking } | undefined;

/** Who looks at the lists, and today. */
export function useLooking(): Looking {
  const { desk } = useDesk();
  const today = useToday();
  if (lastLooking?.today !== today || lastLooking.looking.actor !== desk.actor)
    lastLooking = { today, looking: { actor: desk.actor, deadlineState: deadlineStateOn(today) } };
  return lastLooking.looking;
}

/** "ich" and "heute" as filters mean them. */
export function useFilterContext(): FilterContext {
  const looking = useLooking();
  return useMemo(
    () => ({ clerkId: clerkIdOf(looking.actor), deadlineState: looking.deadlineState }),
    [looking],
  );
}

function clerkIdOf(actor: Actor): FilterContext['clerkId'] {
  return actor.kind === 'clerk' ? actor.clerkId : undefined;
}
