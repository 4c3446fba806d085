import type { CaseRow } from './desk.ts';

/**
 * Rows, newest first. A change costs what it changes: rows that stay the same are the same objects in the next array,
 * so that a screen can keep what it made of each. An array once given out is never changed.
 */
export class CaseRows {
  readonly #byId = new Map<string, CaseRow>();
  #sorted: readonly CaseRow[] = [];

  get sorted(): readonly CaseRow[] {
    return this.#sorted;
  }

  get(id: string): CaseRow | undefined {
    return this.#byId.get(id);
  }

  ids(): Iterable<string> {
    return this.#byId.keys();
  }

  /** @param changed by id; undefined: there is no such case (any more) */
  change(changed: ReadonlyMap<string, CaseRow | undefined>): void {
    const replaced: [CaseRow, CaseRow][] = [];
    const leaving: CaseRow[] = [];
    const coming: CaseRow[] = [];
    for (const [id, row] of changed) {
      const before = this.#byId.get(id);
      if (before === row) continue;
      if (before && row && newestFirst(before, row) === 0) replaced.push([before, row]);
      else {
        if (before) leaving.push(before);
        if (row) coming.push(row);
      }
      if (row) this.#byId.set(id, row);
      else this.#byId.delete(id);
    }
    if (replaced.length + leaving.length + coming.length === 0) return;
    const next = this.#sorted.slice();
    for (const [before, row] of replaced) next[placeOf(next, before)] = row;
    this.#sorted = leaving.length + coming.length > 0 ? edited(next, leaving, coming) : next;
  }
}

/** Looks only at the places that change: comparing each of fifty thousand rows would be most of the work. */
function edited(sorted: readonly CaseRow[], leaving: readonly CaseRow[], coming: CaseRow[]): CaseRow[] {
  const edits = [
    ...leaving.map((row) => ({ at: placeOf(sorted, row), insert: undefined })),
    ...coming.sort(newestFirst).map((insert) => ({ at: placeOf(sorted, insert), insert })),
  ].sort((a, b) => a.at - b.at);
  const result: CaseRow[] = [];
  let from = 0;
  for (const { at, insert } of edits) {
    for (; from < at; from += 1) result.push(sorted[from] as CaseRow);
    if (insert) result.push(insert);
    else from = at + 1;
  }
  for (; from < sorted.length; from += 1) result.push(sorted[from] as CaseRow);
  return result;
}

function placeOf(sorted: readonly CaseRow[], row: CaseRow): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (newestFirst(sorted[middle] as CaseRow, row) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function newestFirst({ caseRecord: a }: CaseRow, { caseRecord: b }: CaseRow): number {
  if (a.submittedAt !== b.submittedAt) return a.submittedAt < b.submittedAt ? 1 : -1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}
