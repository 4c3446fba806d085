import { z } from '@amtsstube/shared/domain/zod';
import { compareGerman } from '../../ui/german-text.ts';
import { inboxViews } from '../../ui/place.ts';
import { parseListState } from './list-state.ts';

export const longestViewName = 60;
const mostViews = 100;

const savedView = z.object({
  id: z.string().regex(/^[\w-]{1,40}$/),
  name: z.string().trim().min(1).max(longestViewName),
  view: z.enum(inboxViews),
  state: z.unknown().transform(parseListState),
});

/** A list with filters, sorting and columns under a name of the clerk's own. */
export interface SavedView extends Readonly<z.infer<typeof savedView>> {}

/** Damaged ones are left out, the others stay; each id once. */
export function parseSavedViews(kept: unknown): SavedView[] {
  if (!Array.isArray(kept)) return [];
  const views = new Map<string, SavedView>();
  for (const each of kept) {
    const parsed = savedView.safeParse(each);
    if (parsed.success && !views.has(parsed.data.id)) views.set(parsed.data.id, parsed.data);
  }
  return inOrder([...views.values()].slice(0, mostViews));
}

export type NameProblem = 'empty' | 'taken' | 'tooMany';

/** Why a view can't be called so; `id` is the view's own when it is renamed. */
export function nameProblem(views: readonly SavedView[], name: string, id?: string): NameProblem | undefined {
  const wanted = name.trim();
  if (wanted === '') return 'empty';
  if (views.some((each) => each.id !== id && compareGerman(each.name, wanted) === 0)) return 'taken';
  return id === undefined && views.length >= mostViews ? 'tooMany' : undefined;
}

/** Adds a view or puts it in the place of the one with its id. */
export function withView(views: readonly SavedView[], view: SavedView): SavedView[] {
  const name = view.name.trim().slice(0, longestViewName);
  return inOrder([...views.filter(({ id }) => id !== view.id), { ...view, name }]);
}

export function withoutView(views: readonly SavedView[], id: string): SavedView[] {
  return views.filter((each) => each.id !== id);
}

function inOrder(views: readonly SavedView[]): SavedView[] {
  return views.toSorted((left, right) => compareGerman(left.name, right.name));
}
