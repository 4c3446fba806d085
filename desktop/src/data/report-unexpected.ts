/** A bug that no caller waits to hear of goes to the surroundings (console, process), once; the desk goes on. */
export function reportUnexpected(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}
