import { derivePasswordKeyInWorker } from '@amtsstube/desktop/vault/argon2-in-worker';
import { presentCost } from '@amtsstube/desktop/vault/password-key';

/** Milliseconds; the worker's start is part of it, as in the product. */
export async function derivePasswordKey(): Promise<number> {
  const startedAt = performance.now();
  await derivePasswordKeyInWorker('ein langes Passwort', new Uint8Array(16), presentCost);
  return performance.now() - startedAt;
}
