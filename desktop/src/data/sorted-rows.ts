type Compare<Row> = (a: Row, b: Row) => number;

/**
 * Rows in one order. A change costs what it changes: rows that stay the same are the same objects in the next array,
 * so that a screen can keep what it made of each. An array once given out is never changed.
 */
export class SortedRows<Row> {
  readonly #byId = new Map<string, Row>();
  readonly #compare: Compare<Row>;
  #sorted: readonly Row[] = [];

  /** @param compare never 0 for two different documents */
  constructor(compare: Compare<Row>) {
    this.#compare = compare;
  }

  get sorted(): readonly Row[] {
    return this.#sorted;
  }

  get(id: string): Row | undefined {
    return this.#byId.get(id);
  }

  ids(): Iterable<string> {
    return this.#byId.keys();
  }

  /** @param changed by id; undefined: there is no such document (any more) */
  change(changed: ReadonlyMap<string, Row | undefined>): void {
    const replaced: [Row, Row][] = [];
    const leaving: Row[] = [];
    const coming: Row[] = [];
    for (const [id, row] of changed) {
      const before = this.#byId.get(id);
      if (before === row) continue;
      if (before && row && this.#compare(before, row) === 0) replaced.push([before, row]);
      else {
        if (before) leaving.push(before);
        if (row) coming.push(row);
      }
      if (row) this.#byId.set(id, row);
      else this.#byId.delete(id);
    }
    if (replaced.length + leaving.length + coming.length === 0) return;
    const next = this.#sorted.slice();
    for (const [before, row] of replaced) next[placeOf(next, before, this.#compare)] = row;
    this.#sorted = leaving.length + coming.length > 0 ? edited(next, leaving, coming, this.#compare) : next;
  }
}

/** Looks only at the places that change: comparing each of fifty thousand rows would be most of the work. */
function edited<Row>(
  sorted: readonly Row[],
  leaving: readonly Row[],
  coming: Row[],
  compare: Compare<Row>,
): Row[] {
  const edits = [
    ...leaving.map((row) => ({ at: placeOf(sorted, row, compare), insert: undefined })),
    ...coming.sort(compare).map((insert) => ({ at: placeOf(sorted, insert, compare), insert })),
  ].sort((a, b) => a.at - b.at);
  const result: Row[] = [];
  let from = 0;
  for (const { at, insert } of edits) {
    for (; from < at; from += 1) result.push(sorted[from] as Row);
    if (insert) result.push(insert);
    else from = at + 1;
  }
  for (; from < sorted.length; from += 1) result.push(sorted[from] as Row);
  return result;
}

function placeOf<Row>(sorted: readonly Row[], row: Row, compare: Compare<Row>): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(sorted[middle] as Row, row) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
