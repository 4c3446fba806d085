import { foldGerman } from '@amtsstube/shared/search/fold-german';
import type { CaseRow } from './desk.ts';

/** "Weiß, Jürgen" and "Jürgen Weiss" are one name. */
function nameKey(name: string): string {
  return foldGerman(name)
    .split(/[\s,]+/)
    .filter(Boolean)
    .toSorted()
    .join(' ');
}

const atOnce = 250;

/**
 * Cases by the name of their applicant: asked for one name, it looks at nothing else. Begun with the first question, a
 * few cases at a time so that nobody waits for fifty thousand; kept up with each change from then on.
 */
export class CaseNames {
  readonly #ids = new Map<string, Set<string>>();
  readonly #keyOf = new Map<string, string>();

  /** Takes in all of them, as many as are good for one turn at each step. */
  *takeIn(rows: readonly CaseRow[]): Generator<void> {
    for (const [index, row] of rows.entries()) {
      // what changed meanwhile is known already, and newer
      if (!this.#keyOf.has(row.caseRecord.id)) this.#put(row.caseRecord.id, row);
      if (index % atOnce === atOnce - 1) yield;
    }
  }

  /** @param row undefined: there is no such case (any more) */
  change(id: string, row: CaseRow | undefined): void {
    const before = this.#keyOf.get(id);
    if (before !== undefined) this.#ids.get(before)?.delete(id);
    this.#put(id, row);
  }

  /** The ids of the cases whose applicant has this name. */
  of(name: string): readonly string[] {
    return [...(this.#ids.get(nameKey(name)) ?? [])];
  }

  #put(id: string, row: CaseRow | undefined): void {
    // gone, and not to be taken in from an older list
    const key = row ? nameKey(row.caseRecord.applicantName) : '';
    this.#keyOf.set(id, key);
    if (row === undefined) return;
    const ids = this.#ids.get(key);
    if (ids) ids.add(id);
    else this.#ids.set(key, new Set([id]));
  }
}
