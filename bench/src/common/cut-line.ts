import type { Transport } from '@amtsstube/desktop/data/sync/transport';

const noLine = { ok: false as const, failure: 'network' as const };

/** A line that can be cut, with what is under way on it, and joined. */
export class CutLine implements Transport {
  readonly #real: Transport;
  #cutting = new AbortController();

  constructor(real: Transport) {
    this.#real = real;
  }

  cut(): void {
    this.#cutting.abort();
  }

  join(): void {
    this.#cutting = new AbortController();
  }

  handOver: Transport['handOver'] = async (request, signal) =>
    this.#isCut ? noLine : this.#real.handOver(request, this.#both(signal));

  changes: Transport['changes'] = async (collection, request, signal) =>
    this.#isCut ? noLine : this.#real.changes(collection, request, this.#both(signal));

  digest: Transport['digest'] = async (collection, request, signal) =>
    this.#isCut ? noLine : this.#real.digest(collection, request, this.#both(signal));

  hints: Transport['hints'] = async (listen, signal) =>
    this.#isCut ? 'network' : this.#real.hints(listen, this.#both(signal));

  get #isCut(): boolean {
    return this.#cutting.signal.aborted;
  }

  #both(signal: AbortSignal): AbortSignal {
    return AbortSignal.any([signal, this.#cutting.signal]);
  }
}
