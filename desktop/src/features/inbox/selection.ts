/** Cases chosen for something done to all of them, by id, so that sorting and news don't change what is chosen. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** Where a range begins: the row chosen last by itself. */
  readonly anchor: string | undefined;
}

export const nothingSelected: Selection = { ids: new Set(), anchor: undefined };

/** One row more, or one less. */
export function toggled({ ids }: Selection, id: string): Selection {
  const changed = new Set(ids);
  if (!changed.delete(id)) changed.add(id);
  return { ids: changed, anchor: id };
}

/**
 * Everything from the anchor to `toId`, in the order shown, and what was chosen outside the range before it began
 * (`before`). Without an anchor in sight the range is that one row.
 */
export function rangeTo(
  selection: Selection,
  order: readonly string[],
  toId: string,
  before: ReadonlySet<string> = selection.ids,
): Selection {
  const to = order.indexOf(toId);
  if (to < 0) return selection;
  const from = selection.anchor === undefined ? -1 : order.indexOf(selection.anchor);
  const [first, last] = from < 0 ? [to, to] : [Math.min(from, to), Math.max(from, to)];
  return {
    ids: new Set([...before, ...order.slice(first, last + 1)]),
    anchor: from < 0 ? toId : selection.anchor,
  };
}

export function allOf(order: readonly string[]): Selection {
  return { ids: new Set(order), anchor: order[0] };
}

/** Without what is not shown any more: nothing may be done to a case that is out of sight. The same object when nothing is. */
export function visibleOf(selection: Selection, isShown: (id: string) => boolean): Selection {
  const ids = [...selection.ids].filter(isShown);
  if (ids.length === selection.ids.size) return selection;
  const { anchor } = selection;
  return { ids: new Set(ids), anchor: anchor !== undefined && isShown(anchor) ? anchor : undefined };
}
