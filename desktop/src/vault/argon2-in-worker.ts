import type { DerivePasswordKey } from './password-key.ts';

/** Derives in a worker of its own, so that the page stays alive meanwhile. */
export const derivePasswordKeyInWorker: DerivePasswordKey = (password, salt, cost) => {
  const worker = new Worker(new URL('./argon2-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Uint8Array>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Uint8Array>) => resolve(data);
    worker.onerror = (event) => reject(new Error(`the worker that derives keys has died: ${event.message}`));
    worker.postMessage({ password, salt, cost });
  }).finally(() => worker.terminate());
};
