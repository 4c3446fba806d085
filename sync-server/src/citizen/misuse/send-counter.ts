import { type Instant, instantOf, millisecondsOf } from '@amtsstube/shared/domain/time';

/** For how long what was sent counts. */
const windowMs = 10 * 60 * 1000;
/** How long who can't calculate waits, and who waits behind her. */
export const waitMs = 60 * 1000;
/** Prefixes and services remembered at once; the oldest go first. */
const mostRemembered = 10_000;

interface Counted {
  /** When each application of the last ten minutes was sent, in milliseconds. */
  readonly sentAt: readonly number[];
  /** Until when the next turns of those who wait are taken. */
  readonly turnsUntil: number;
}

/** Applications sent per address prefix and service, in memory only: a restart forgets them. */
export class SendCounter {
  readonly #counted = new Map<string, Counted>();
  readonly #freeSends: number;

  /** @param freeSends how many in ten minutes need no proof */
  constructor(freeSends: number) {
    this.#freeSends = freeSends;
  }

  /** Whether one more application from there needs a proof or a wait. */
  isMany(key: string, now: Instant): boolean {
    return this.#recent(key, millisecondsOf(now)).length >= this.#freeSends;
  }

  noteSent(key: string, now: Instant): void {
    const at = millisecondsOf(now);
    this.#remember(key, {
      sentAt: [...this.#recent(key, at), at],
      turnsUntil: this.#counted.get(key)?.turnsUntil ?? 0,
    });
  }

  /** When who can't calculate may send: a minute from now, or after those who wait already, one a minute. */
  takeTurn(key: string, now: Instant): Instant {
    const at = millisecondsOf(now);
    const turn = Math.max(at, this.#counted.get(key)?.turnsUntil ?? 0) + waitMs;
    this.#remember(key, { sentAt: this.#recent(key, at), turnsUntil: turn });
    return instantOf(turn);
  }

  #recent(key: string, at: number): readonly number[] {
    return (this.#counted.get(key)?.sentAt ?? []).filter((each) => each > at - windowMs);
  }

  #remember(key: string, counted: Counted): void {
    this.#counted.delete(key);
    this.#counted.set(key, counted);
    for (const oldest of this.#counted.keys()) {
      if (this.#counted.size <= mostRemembered) return;
      this.#counted.delete(oldest);
    }
  }
}
