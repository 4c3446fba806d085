import type { ClerkId } from '@amtsstube/shared/domain/ids';
import type { VaultEntry } from './device-file.ts';

/** So many may mistype without being slowed down. */
const freeAttempts = 5;
const firstDelay = 10_000;
const longestDelay = 15 * 60 * 1000;

/**
 * Slows guessing passwords down: doubles the wait with each wrong one beyond the free ones. What was waited is measured by
 * a clock nobody can set, which begins anew with the program, so after a restart the wait begins anew as well: whether a
 * PC was off or its clock was set forward looks the same.
 */
export class GuessDelay {
  /** Milliseconds, monotonic. */
  readonly #elapsed: () => number;
  readonly #startedAt: number;
  /** Also what a full disk kept from being noted in the file. */
  readonly #wrong = new Map<ClerkId, { readonly failures: number; readonly at: number }>();

  constructor(elapsed: () => number) {
    this.#elapsed = elapsed;
    this.#startedAt = elapsed();
  }

  /** Milliseconds until the next attempt is looked at; 0: now. */
  remaining(entry: VaultEntry): number {
    const failures = this.#failuresOf(entry);
    if (failures < freeAttempts) return 0;
    const delay = Math.min(longestDelay, firstDelay * 2 ** (failures - freeAttempts));
    const since = this.#wrong.get(entry.who.clerk.id)?.at ?? this.#startedAt;
    return Math.max(0, since + delay - this.#elapsed());
  }

  /** @returns how many there were in a row, for the file */
  wrong(entry: VaultEntry): number {
    const failures = this.#failuresOf(entry) + 1;
    this.#wrong.set(entry.who.clerk.id, { failures, at: this.#elapsed() });
    return failures;
  }

  right({ who }: VaultEntry): void {
    this.#wrong.delete(who.clerk.id);
  }

  #failuresOf({ who, failures }: VaultEntry): number {
    return Math.max(failures, this.#wrong.get(who.clerk.id)?.failures ?? 0);
  }
}
