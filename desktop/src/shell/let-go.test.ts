import { EventEmitter } from 'node:events';
import { expect, it, vi } from 'vitest';
import { letGoBeforeTheEnd } from './let-go.ts';

/** As Electron does it: each `quit` asks, and ends the process unless somebody objects. */
class App extends EventEmitter {
  hasEnded = false;
  quit(): void {
    let isPrevented = false;
    this.emit('will-quit', {
      preventDefault: () => {
        isPrevented = true;
      },
    });
    if (!isPrevented) this.hasEnded = true;
  }
}

function held() {
  let letGo: (error?: Error) => void = () => undefined;
  const promise = new Promise<void>((resolve, reject) => {
    letGo = (error) => (error ? reject(error) : resolve());
  });
  return { promise, letGo };
}

it('the end waits until everything is closed, and then comes by itself', async () => {
  const app = new App();
  const { promise, letGo } = held();
  letGoBeforeTheEnd(app, () => promise);
  app.quit();
  expect(app.hasEnded).toBe(false);
  letGo();
  await vi.waitFor(() => expect(app.hasEnded).toBe(true));
});

it('a second wish to quit closes nothing twice', async () => {
  const app = new App();
  const { promise, letGo } = held();
  let closed = 0;
  letGoBeforeTheEnd(app, () => {
    closed += 1;
    return promise;
  });
  app.quit();
  app.quit();
  expect([app.hasEnded, closed]).toEqual([false, 1]);
  letGo();
  await vi.waitFor(() => expect(app.hasEnded).toBe(true));
  expect(closed).toBe(1);
});

it('what cannot be closed does not keep the process alive', async () => {
  const app = new App();
  const errors = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  letGoBeforeTheEnd(app, () => Promise.reject(new Error('the disk is gone')));
  app.quit();
  await vi.waitFor(() => expect(app.hasEnded).toBe(true));
  expect(errors).toHaveBeenCalledOnce();
  errors.mockRestore();
});
