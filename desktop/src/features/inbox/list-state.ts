import type { InboxView } from '../../ui/place.ts';
import { type CaseColumn, caseColumns, parseColumns, startColumns } from './case-columns.ts';
import { type Filters, noFilters, parseFilters } from './case-filters.ts';

export interface Sorting {
  readonly by: CaseColumn;
  readonly direction: 'asc' | 'desc';
}

/** How a clerk has set up one list. */
export interface ListState {
  readonly filters: Filters;
  readonly sorting: Sorting;
  readonly columns: readonly CaseColumn[];
}

const newestFirst: Sorting = { by: 'receivedOn', direction: 'desc' };

export const startListState: ListState = {
  filters: noFilters,
  sorting: newestFirst,
  columns: startColumns,
};

/** How a list begins: what is due with what is most pressing, the others with what came last. */
export function startStateOf(view: InboxView): ListState {
  return view === 'due'
    ? { ...startListState, sorting: { by: 'deadline', direction: 'asc' } }
    : startListState;
}

/** Each part by itself: what is damaged begins anew, the rest stays. */
export function parseListState(kept: unknown): ListState {
  const from = typeof kept === 'object' && kept !== null ? (kept as Readonly<Record<string, unknown>>) : {};
  return {
    filters: parseFilters(from['filters']),
    sorting: parseSorting(from['sorting']),
    columns: parseColumns(from['columns']),
  };
}

function parseSorting(kept: unknown): Sorting {
  if (typeof kept !== 'object' || kept === null || !('by' in kept) || !('direction' in kept))
    return newestFirst;
  const by = caseColumns.find((column) => column === kept.by);
  return by ? { by, direction: kept.direction === 'asc' ? 'asc' : 'desc' } : newestFirst;
}

/** Whether two lists are set up alike; the order in which filters were chosen doesn't count. */
export function isSameListState(one: ListState, other: ListState): boolean {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}

function inOrder({ filters, sorting, columns }: ListState): unknown {
  const chosen = Object.entries(filters)
    .map(([kind, values]) => [kind, values.toSorted()])
    .toSorted();
  return [chosen, sorting.by, sorting.direction, columns];
}

/** The direction a column begins with: the newest first, words and deadlines from the beginning. */
export function firstDirection(by: CaseColumn): Sorting['direction'] {
  return by === 'receivedOn' ? 'desc' : 'asc';
}
