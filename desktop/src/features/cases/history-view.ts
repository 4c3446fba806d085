import type { CaseEvent } from '@amtsstube/shared/domain/case';

export const historyFilters = ['all', 'notes', 'holders', 'documents', 'answers'] as const;
export type HistoryFilter = (typeof historyFilters)[number];

/** How a clerk reads histories; the same for all cases. */
export interface HistoryView {
  readonly filter: HistoryFilter;
  readonly isNewestFirst: boolean;
}

const kinds: Readonly<Partial<Record<CaseEvent['kind'], HistoryFilter>>> = {
  note: 'notes',
  assigned: 'holders',
  moved: 'holders',
  fileAdded: 'documents',
  fileRemoved: 'documents',
  malwareFound: 'documents',
  documentTicked: 'documents',
  answerCorrected: 'answers',
};

export function parseHistoryView(kept: unknown): HistoryView {
  const from = typeof kept === 'object' && kept !== null ? (kept as Readonly<Record<string, unknown>>) : {};
  return {
    filter: historyFilters.find((known) => known === from['filter']) ?? 'all',
    isNewestFirst: from['isNewestFirst'] === true,
  };
}

/** In the order and of the sort she wants; the server's order is the events' own. */
export function viewedEvents(
  events: readonly CaseEvent[],
  { filter, isNewestFirst }: HistoryView,
): readonly CaseEvent[] {
  const shown = filter === 'all' ? events : events.filter(({ kind }) => kinds[kind] === filter);
  return isNewestFirst ? shown.toReversed() : shown;
}
