import { useCallback, useMemo } from 'react';
import type { InboxView } from '../../ui/place.ts';
import { useKept } from '../../ui/use-kept.ts';
import { isSameListState, type ListState, parseListState, startStateOf } from './list-state.ts';
import { parseSavedViews, type SavedView } from './saved-views.ts';

export interface ListSetup {
  readonly state: ListState;
  readonly change: (changed: Partial<ListState>) => void;
  /** The clerk's own view that is shown; undefined in the plain lists, or where it was deleted. */
  readonly savedView: SavedView | undefined;
  /** Set up otherwise than the view was saved. */
  readonly isChanged: boolean;
  /** As the view was saved, or as every list begins. */
  readonly revert: () => void;
}

/** How one list is set up now: as it was left, else as its view was saved, else as every list begins. */
export function useListSetup(view: InboxView, saved: string | undefined): ListSetup {
  const [savedViews] = useSavedViews();
  const savedView = savedViews.find(({ id }) => id === saved);
  const [left, setLeft] = useKept(leftKey(savedView?.id ?? view), parseLeft);
  const state = left ?? savedView?.state ?? startStateOf(view);
  const change = useCallback(
    (changed: Partial<ListState>) => setLeft({ ...state, ...changed }),
    [state, setLeft],
  );
  return useMemo(
    () => ({
      state,
      change,
      savedView,
      isChanged: savedView !== undefined && !isSameListState(state, savedView.state),
      revert: () => setLeft(undefined),
    }),
    [state, change, savedView, setLeft],
  );
}

export function useSavedViews(): readonly [readonly SavedView[], (views: readonly SavedView[]) => void] {
  return useKept<readonly SavedView[]>('inbox.savedViews', parseSavedViews);
}

/** Where is kept how a list was left; by its view, or by the id of the clerk's own. */
export function leftKey(list: string): string {
  return `inbox.list.${list}`;
}

function parseLeft(kept: unknown): ListState | undefined {
  return kept === undefined ? undefined : parseListState(kept);
}
