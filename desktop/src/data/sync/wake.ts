import type { Environment } from '../environment.ts';

/** Waits for a time or for a reason not to wait any longer, whichever comes first. */
export class Wake {
  readonly #environment: Pick<Environment, 'sleep'>;
  readonly #signal: AbortSignal;
  #waiting: AbortController | undefined;
  #isDue = false;

  constructor(environment: Pick<Environment, 'sleep'>, signal: AbortSignal) {
    this.#environment = environment;
    this.#signal = signal;
  }

  /** Ends the present wait, or the next one before it begins. */
  now(): void {
    this.#isDue = true;
    this.#waiting?.abort();
  }

  /** Ends the present wait; where nobody waits, nothing happens. */
  early(): void {
    if (this.#waiting !== undefined) this.now();
  }

  /** @returns whether there was a reason, else it was the time */
  async wait(milliseconds: number): Promise<boolean> {
    if (!this.#isDue && !this.#signal.aborted) {
      this.#waiting = new AbortController();
      await this.#environment.sleep(milliseconds, AbortSignal.any([this.#waiting.signal, this.#signal]));
      this.#waiting = undefined;
    }
    const isDue = this.#isDue;
    this.#isDue = false;
    return isDue;
  }
}
