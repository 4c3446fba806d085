/** Which rows of a long list are drawn: `[first, end)`. */
export interface RowWindow {
  readonly first: number;
  readonly end: number;
}

/** Below this, all rows are drawn: find-in-page and printing then see the whole list. Few enough for a thousand nodes. */
export const drawnAtMost = 40;
const spare = 8;

/** The rows in sight and some around. `listTop` is where the first row begins, seen from the top of the window (negative when scrolled past). */
export function rowWindow(
  count: number,
  rowHeight: number,
  listTop: number,
  windowHeight: number,
): RowWindow {
  if (count <= drawnAtMost) return { first: 0, end: count };
  const inSight = Math.ceil(windowHeight / rowHeight);
  const atTop = Math.floor(-listTop / rowHeight);
  const first = Math.min(Math.max(0, atTop - spare), count - 1);
  return { first, end: Math.max(first + 1, Math.min(count, atTop + inSight + spare)) };
}
