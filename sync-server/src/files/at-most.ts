/** So many at a time; who comes later waits, in the order of coming. */
export class AtMost {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(most: number) {
    this.#free = most;
  }

  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await work();
    } finally {
      // handed on: nobody comes in between
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free += 1;
    }
  }
}
