const firstMs = 15_000;
const longestMs = 10 * 60 * 1000;

/** What failed, and when it is tried again: later each time, at most ten minutes later. */
export class PutOff<Key> {
  readonly #nowMs: () => number;
  readonly #most: number;
  readonly #until = new Map<Key, { readonly times: number; readonly untilMs: number }>();

  constructor(nowMs: () => number, most: number) {
    this.#nowMs = nowMs;
    this.#most = most;
  }

  isPutOff(key: Key): boolean {
    return this.#nowMs() < (this.#until.get(key)?.untilMs ?? 0);
  }

  /** @returns how many times it has failed by now */
  putOff(key: Key): number {
    const times = (this.#until.get(key)?.times ?? 0) + 1;
    this.#until.delete(key);
    const [oldest] = this.#until.keys();
    if (oldest !== undefined && this.#until.size >= this.#most) this.#until.delete(oldest);
    const untilMs = this.#nowMs() + Math.min(longestMs, firstMs * 2 ** (times - 1));
    this.#until.set(key, { times, untilMs });
    return times;
  }

  forget(key: Key): void {
    this.#until.delete(key);
  }
}
