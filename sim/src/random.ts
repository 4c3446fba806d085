/** A seeded generator (sfc32, public domain): the same seed gives the same run. */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  constructor(seed: number) {
    this.#a = seed | 0;
    this.#b = 0x9e3779b9;
    this.#c = (seed >>> 7) ^ 0x243f6a88;
    for (let index = 0; index < 12; index += 1) this.next();
  }

  /** 0 ≤ x < 1 */
  next(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** lowest ≤ x < highest, whole */
  between(lowest: number, highest: number): number {
    return lowest + Math.floor(this.next() * (highest - lowest));
  }

  pick<T>(from: readonly T[]): T | undefined {
    return from[this.between(0, from.length)];
  }

  bytes(length: number): Uint8Array {
    return Uint8Array.from({ length }, () => this.between(0, 256));
  }

  id(): string {
    return [...this.bytes(12)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  }
}
