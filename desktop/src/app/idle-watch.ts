const minuteMs = 60_000;
/** So long nobody gave a sign of life: the clerk has gone away. */
const awayAfterMs = 15 * minuteMs;
/** Who reads or listens without moving anything has this long to say so (WCAG 2.2.1). */
const warnedForMs = 2 * minuteMs;

export type Presence = 'here' | 'warned' | 'away';

/** Whether somebody is still there, by the times of her signs; after "away" nothing brings her back but unlocking. */
export class IdleWatch {
  #aliveAtMs: number;
  #isAway = false;

  constructor(nowMs: number) {
    this.#aliveAtMs = nowMs;
  }

  /** Compares times and trusts no timer: the PC may have slept in between. */
  look(nowMs: number): Presence {
    const idleMs = nowMs - this.#aliveAtMs;
    this.#isAway ||= idleMs >= awayAfterMs;
    if (this.#isAway) return 'away';
    return idleMs >= awayAfterMs - warnedForMs ? 'warned' : 'here';
  }

  /** A sign of life. Too late when she was away by then: it may be somebody else's. */
  sign(nowMs: number): Presence {
    if (this.look(nowMs) !== 'away') this.#aliveAtMs = nowMs;
    return this.look(nowMs);
  }
}
