import type { Case } from '@amtsstube/shared/domain/case';
import type { CaseRow } from '../../data/desk.ts';
import type { CaseColumn } from './case-columns.ts';
import { type Naming, sortKeyBy } from './sort-key.ts';

interface Sorted {
  readonly of: readonly CaseRow[];
  readonly direction: 'asc' | 'desc';
  readonly rows: readonly CaseRow[];
}

interface Entry {
  readonly key: string;
  row: CaseRow;
  round: number;
}

/**
 * The cases of a desk in the order of one column, kept up: what is new or changed is sorted and merged in, the rest
 * stays. Sorting fifty thousand anew at each change or click would take longer than a key press may.
 */
export class CaseOrder {
  readonly #by: CaseColumn;
  readonly #keyOf: (caseRecord: Case) => string;
  readonly #known = new Map<Case, Entry>();
  #ascending: readonly Entry[] = [];
  #round = 0;
  /** Given out last: whoever asks again, in another view or coming back from a case, finds it done. */
  #last: Sorted | undefined;

  constructor(by: CaseColumn, naming: Naming) {
    this.#by = by;
    this.#keyOf = sortKeyBy(by, naming);
  }

  /** Takes in at most so many rows that it didn't know, and says whether that was all. */
  takeIn(rows: readonly CaseRow[], atMost: number): boolean {
    const added: Entry[] = [];
    for (const row of rows) {
      if (this.#known.has(row.caseRecord)) continue;
      if (added.length === atMost) {
        this.#merge(added);
        return false;
      }
      const entry = { key: this.#keyOf(row.caseRecord), row, round: this.#round };
      this.#known.set(row.caseRecord, entry);
      added.push(entry);
    }
    this.#merge(added);
    return true;
  }

  /**
   * All `rows`, and no others. German order; equal ones newest first, in either direction; cases without a deadline last
   * in either direction. The same array while both are the same.
   */
  sorted(rows: readonly CaseRow[], direction: 'asc' | 'desc'): readonly CaseRow[] {
    if (this.#last?.of !== rows || this.#last.direction !== direction)
      this.#last = { of: rows, direction, rows: this.#sort(rows, direction) };
    return this.#last.rows;
  }

  #sort(rows: readonly CaseRow[], direction: 'asc' | 'desc'): readonly CaseRow[] {
    this.takeIn(rows, Number.POSITIVE_INFINITY);
    this.#forgetOthersThan(rows);
    const entries = direction === 'asc' ? this.#ascending : groupsReversed(this.#ascending);
    const sorted = entries.map(({ row }) => row);
    if (this.#by !== 'deadline' || direction === 'desc') return sorted;
    const dated = entries.findIndex(({ key }) => key !== '');
    return dated <= 0 ? sorted : [...sorted.slice(dated), ...sorted.slice(0, dated)];
  }

  #forgetOthersThan(rows: readonly CaseRow[]): void {
    this.#round += 1;
    for (const row of rows) {
      const entry = this.#known.get(row.caseRecord);
      if (entry === undefined) continue;
      entry.row = row;
      entry.round = this.#round;
    }
    if (this.#known.size === rows.length) return;
    this.#ascending = this.#ascending.filter(({ round }) => round === this.#round);
    for (const [caseRecord, { round }] of this.#known)
      if (round !== this.#round) this.#known.delete(caseRecord);
  }

  #merge(added: Entry[]): void {
    if (added.length === 0) return;
    added.sort(compareEntries);
    const merged: Entry[] = [];
    let next = 0;
    for (const entry of this.#ascending) {
      for (let other = added[next]; other && compareEntries(other, entry) < 0; other = added[next]) {
        merged.push(other);
        next += 1;
      }
      merged.push(entry);
    }
    for (; next < added.length; next += 1) {
      const entry = added[next];
      if (entry) merged.push(entry);
    }
    this.#ascending = merged;
  }
}

function compareEntries(left: Entry, right: Entry): number {
  if (left.key !== right.key) return left.key < right.key ? -1 : 1;
  const [a, b] = [left.row.caseRecord, right.row.caseRecord];
  if (a.submittedAt !== b.submittedAt) return a.submittedAt < b.submittedAt ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}

/** The greatest key first, within one key as before. */
function groupsReversed(ascending: readonly Entry[]): readonly Entry[] {
  const reversed: Entry[] = [];
  for (let end = ascending.length; end > 0; ) {
    let begin = end - 1;
    while (begin > 0 && ascending[begin - 1]?.key === ascending[begin]?.key) begin -= 1;
    for (let at = begin; at < end; at += 1) {
      const entry = ascending[at];
      if (entry) reversed.push(entry);
    }
    end = begin;
  }
  return reversed;
}
