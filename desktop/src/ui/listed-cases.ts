/** Where a case stands in the list it was opened from. */
export interface ListedPosition {
  /** From 1. */
  readonly position: number;
  readonly count: number;
  readonly previousId: string | undefined;
  readonly nextId: string | undefined;
}

/**
 * The list of cases as it was left, in memory only. It stays as it was while cases are looked at one after another: a
 * case just taken over would else vanish from under the "next" button.
 */
export class ListedCases {
  #ids: readonly string[] = [];

  note(ids: readonly string[]): void {
    this.#ids = ids;
  }

  /** undefined: the case was opened otherwise, and there is no next one. */
  positionOf(caseId: string): ListedPosition | undefined {
    const index = this.#ids.indexOf(caseId);
    if (index < 0) return undefined;
    return {
      position: index + 1,
      count: this.#ids.length,
      previousId: this.#ids[index - 1],
      nextId: this.#ids[index + 1],
    };
  }
}

/** This window's. */
export const listedCases = new ListedCases();
