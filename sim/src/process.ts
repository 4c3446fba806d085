import type { Scheduler } from './scheduler.ts';

/**
 * A running program: when it is killed, what it waited for never comes. Its promises stay pending, as code after
 * a power cut stays unexecuted.
 */
export class Process {
  isAlive = true;
  readonly #scheduler: Scheduler;

  constructor(scheduler: Scheduler) {
    this.#scheduler = scheduler;
  }

  kill(): void {
    this.isAlive = false;
  }

  /** Resolves after `delay`, in a living process. */
  pause(delay: number): Promise<void> {
    return new Promise((resolve) => {
      this.#scheduler.after(delay, () => {
        if (this.isAlive) resolve();
      });
    });
  }

  sleep(delay: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal.aborted) {
        resolve();
        return;
      }
      const wake = () => {
        takeBack();
        signal.removeEventListener('abort', wake);
        if (this.isAlive) resolve();
      };
      const takeBack = this.#scheduler.after(delay, wake);
      signal.addEventListener('abort', wake);
    });
  }
}
