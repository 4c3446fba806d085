export interface RawFile {
  /** Resolves after the flush. */
  append(bytes: Uint8Array): Promise<void>;
  close(): void;
}

/** A file that a worker appends to and flushes, with nothing in between. */
export async function openRawFile(): Promise<RawFile> {
  const worker = new Worker(new URL('./raw-file-worker.ts', import.meta.url), { type: 'module' });
  const answered = () =>
    new Promise<void>((resolve, reject) => {
      worker.onmessage = () => resolve();
      worker.onerror = (event) => reject(new Error(event.message));
    });
  await answered();
  return {
    append(bytes) {
      const done = answered();
      worker.postMessage(bytes);
      return done;
    },
    close: () => worker.terminate(),
  };
}
