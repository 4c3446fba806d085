interface Event {
  readonly at: number;
  readonly order: number;
  readonly fire: () => void;
}

/**
 * Virtual time. Nothing in the simulation waits for the real clock: all that is asynchronous is either a
 * microtask or an event here, so a seed gives the same history on every machine.
 */
export class Scheduler {
  /** Milliseconds since the simulation began. */
  now = 0;
  /** Added to everybody's calendar, and to nobody's waiting: weeks pass and nothing is lost for it. */
  leap = 0;
  #events: Event[] = [];
  #order = 0;
  #ran = 0;

  /** Calls `fire` after `delay` virtual milliseconds; the answer takes it back. */
  after(delay: number, fire: () => void): () => void {
    this.#order += 1;
    const event: Event = { at: this.now + Math.max(0, Math.round(delay)), order: this.#order, fire };
    this.#insert(event);
    return () => {
      const index = this.#events.indexOf(event);
      if (index >= 0) this.#events.splice(index, 1);
    };
  }

  get eventCount(): number {
    return this.#ran;
  }

  /** Runs events in order until `until` says so or virtual time is over. `checked` after each event, when all is at rest. */
  async run(until: () => boolean, limit: number, checked: () => void): Promise<'done' | 'timeUp'> {
    for (;;) {
      await rest();
      checked();
      if (until()) return 'done';
      const next = this.#events[0];
      if (next === undefined || next.at > limit) return 'timeUp';
      this.#events.shift();
      this.now = next.at;
      this.#ran += 1;
      next.fire();
    }
  }

  #insert(event: Event): void {
    let low = 0;
    let high = this.#events.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.#events[middle];
      if (other && (other.at < event.at || (other.at === event.at && other.order < event.order)))
        low = middle + 1;
      else high = middle;
    }
    this.#events.splice(low, 0, event);
  }
}

/** All microtasks have run once a task of the event loop comes round. */
function rest(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
