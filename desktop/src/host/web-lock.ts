import type { Ownership } from './host.ts';
import { HostFailure } from './host-failure.ts';

/** After a reload the former page may own for a moment longer. */
const letGoWithinMs = 1_000;

/**
 * A Web Lock, held until it is released or the page ends, however it ends; `undefined` when another window keeps it.
 */
export async function takeWebLock(name: string): Promise<Ownership | undefined> {
  if (navigator.locks === undefined) {
    throw new HostFailure('unavailable', 'this browser has no locks, or the page is not in a secure context');
  }
  return new Promise((resolve, reject) => {
    const held = navigator.locks.request(name, { signal: AbortSignal.timeout(letGoWithinMs) }, () => {
      return new Promise<void>((letGo) => {
        resolve({
          async release() {
            letGo();
            await held;
          },
        });
      });
    });
    held.catch((error: unknown) => {
      if (error instanceof DOMException && ['AbortError', 'TimeoutError'].includes(error.name))
        resolve(undefined);
      else reject(new HostFailure('unavailable', `the lock ${name} can't be asked for: ${String(error)}`));
    });
  });
}
