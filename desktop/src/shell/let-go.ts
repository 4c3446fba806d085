/** The part of Electron's `app` that is needed here. */
interface Quitting {
  on(event: 'will-quit', listener: (event: { preventDefault(): void }) => void): unknown;
  quit(): void;
}

/**
 * What was begun is written to the end, and no lock is left, before the process goes: the end is held up until `close` is
 * done, whatever becomes of it, and then goes on by itself.
 */
export function letGoBeforeTheEnd(app: Quitting, close: () => Promise<unknown>): void {
  let closing: 'notYet' | 'running' | 'done' = 'notYet';
  app.on('will-quit', (event) => {
    if (closing === 'done') return;
    event.preventDefault();
    if (closing === 'running') return;
    closing = 'running';
    void close()
      .catch((error: unknown) => console.error('not everything was closed', error))
      .then(() => {
        closing = 'done';
        app.quit();
      });
  });
}
