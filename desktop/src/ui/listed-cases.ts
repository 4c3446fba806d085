/** Where a case stands in the list it was opened from. */
export interface ListedPosition {
  /** From 1. */
  readonly position: number;
  readonly count: number;
  readonly previousId: string | undefined;
  readonly nextId: string | undefined;
}

interface Listed {
  readonly caseRecord: { readonly id: string };
}

/**
 * The list of cases as it was left, in memory only. It stays as it was while cases are looked at one after another: a
 * case just taken over would else vanish from under the "next" button.
 */
export class ListedCases {
  #listed: readonly Listed[] = [];

  /** The rows as they are shown: going through fifty thousand of them would be part of each click on a list. */
  note(listed: readonly Listed[]): void {
    this.#listed = listed;
  }

  /** undefined: the case was opened otherwise, and there is no next one. */
  positionOf(caseId: string): ListedPosition | undefined {
    const index = this.#listed.findIndex(({ caseRecord }) => caseRecord.id === caseId);
    if (index < 0) return undefined;
    return {
      position: index + 1,
      count: this.#listed.length,
      previousId: this.#listed[index - 1]?.caseRecord.id,
      nextId: this.#listed[index + 1]?.caseRecord.id,
    };
  }
}

/** This window's. */
export const listedCases = new ListedCases();
