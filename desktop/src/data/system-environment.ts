import { instantOf } from '@amtsstube/shared/domain/time';
import type { Environment } from './environment.ts';

/** The real clock and the real randomness of browser and Node. */
export const systemEnvironment: Environment = {
  now: () => instantOf(Date.now()),
  sleep: (milliseconds, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) {
        resolve();
        return;
      }
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      signal.addEventListener('abort', done);
    }),
  newId: () => globalThis.crypto.randomUUID(),
  randomBytes: (length) => globalThis.crypto.getRandomValues(new Uint8Array(length)),
  random: () => Math.random(),
};
