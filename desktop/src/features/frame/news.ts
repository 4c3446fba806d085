import type { Actor } from '@amtsstube/shared/domain/actor';
import type { Case } from '@amtsstube/shared/domain/case';
import type { OpId } from '@amtsstube/shared/domain/ids';

/** What came and hasn't been looked at: figures only, because a locked screen shows them. */
export interface Unseen {
  readonly applications: number;
  readonly refused: number;
}

export interface DeskNow {
  readonly cases: readonly Case[];
  readonly refused: readonly OpId[];
  /** The copy was found equal to the server's: what came before that was there already. */
  readonly isUpToDate: boolean;
  /** The clerk sees the window, so nothing is news. */
  readonly isInFront: boolean;
  readonly atMs: number;
}

/** What comes in quick succession is told once, and nobody is disturbed more often than each minute. */
const gatherMs = 3_000;
const quietMs = 60_000;

/** Tells what is new since the window was last in front. Begins with what is there when the desk opens. */
export class News {
  readonly #actor: Actor;
  #knownCases: ReadonlySet<string> | undefined;
  #knownRefused: ReadonlySet<string> | undefined;
  #unseen: Unseen = { applications: 0, refused: 0 };
  #untold = false;
  #dueAtMs: number | undefined;
  #toldAtMs = Number.NEGATIVE_INFINITY;

  constructor(actor: Actor) {
    this.#actor = actor;
  }

  get unseen(): Unseen {
    return this.#unseen;
  }

  /** When `take` may have something to tell. */
  get dueAtMs(): number | undefined {
    return this.#dueAtMs;
  }

  note({ cases, refused, isUpToDate, isInFront, atMs }: DeskNow): void {
    const known = this.#knownCases;
    const fresh = known ? cases.filter((each) => !known.has(each.id) && this.#isOurs(each)).length : 0;
    const knownRefused = this.#knownRefused;
    const freshRefused = knownRefused ? refused.filter((opId) => !knownRefused.has(opId)).length : 0;
    if (known || isUpToDate) this.#knownCases = new Set(cases.map(({ id }) => id));
    this.#knownRefused = new Set(refused);
    if (isInFront) this.#seen();
    else if (fresh + freshRefused > 0) {
      const { applications, refused: before } = this.#unseen;
      this.#unseen = { applications: applications + fresh, refused: before + freshRefused };
      this.#untold = true;
      this.#dueAtMs ??= Math.max(atMs + gatherMs, this.#toldAtMs + quietMs);
    }
  }

  /** What is to be told now: everything unseen, not only the newest, because the last message may have been missed. */
  take(atMs: number): Unseen | undefined {
    if (!this.#untold || this.#dueAtMs === undefined || atMs < this.#dueAtMs) return undefined;
    this.#untold = false;
    this.#dueAtMs = undefined;
    this.#toldAtMs = atMs;
    return this.#unseen;
  }

  #seen(): void {
    this.#unseen = { applications: 0, refused: 0 };
    this.#untold = false;
    this.#dueAtMs = undefined;
  }

  #isOurs({ status, assigneeId, departmentId }: Case): boolean {
    return (
      status === 'received' &&
      assigneeId === null &&
      this.#actor.kind === 'clerk' &&
      this.#actor.departmentIds.includes(departmentId)
    );
  }
}
