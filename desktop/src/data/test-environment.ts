import { type Instant, instantOf } from '@amtsstube/shared/domain/time';
import type { Environment } from './environment.ts';

/** For tests: time stands still, and who sleeps is woken by the test. Zero is no sleep, only a turn. */
export class TestEnvironment implements Environment {
  time = Date.UTC(2026, 10, 23, 8);
  #ids = 0;
  /** Who sleeps, and how long each would. */
  readonly #sleepers = new Map<() => void, number>();

  now(): Instant {
    return instantOf(this.time);
  }

  sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.#sleepers.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      if (signal.aborted || milliseconds === 0) {
        resolve();
        return;
      }
      this.#sleepers.set(wake, milliseconds);
      signal.addEventListener('abort', wake);
    });
  }

  /** The time of everybody who sleeps has come, or of those who would sleep just so long. */
  wakeAll(only?: number): void {
    for (const [wake, milliseconds] of [...this.#sleepers])
      if ((only ?? milliseconds) === milliseconds) wake();
  }

  /** How long those who sleep now asked to, the shortest first. */
  get asleep(): readonly number[] {
    return [...this.#sleepers.values()].toSorted((a, b) => a - b);
  }

  newId(): string {
    this.#ids += 1;
    return `id-${this.#ids}`;
  }

  randomBytes(length: number): Uint8Array {
    return globalThis.crypto.getRandomValues(new Uint8Array(length));
  }

  random(): number {
    return 0.5;
  }
}
