import { registerSW } from 'virtual:pwa-register';
import { BehaviorSubject, filter, firstValueFrom, type Observable } from 'rxjs';
import { storeUntilThere } from './store-until-there.ts';

const hour = 60 * 60 * 1000;

export interface AppUpdates {
  /** A newer version is loaded and waits. */
  readonly available$: Observable<boolean>;
  /** Looks at once, where something says that there is a newer version. */
  look(): void;
  /** Switches to it; the page reloads. Never happens by itself: somebody may be typing. */
  apply(): void;
}

/**
 * Keeps the app on this device (service worker), so that it starts without a server, and notices newer versions.
 * @param mayReload whether nobody works in this window: where another one took the newer version, this one follows only then
 */
export function keepAppOnDevice(mayReload: Observable<boolean>): AppUpdates {
  const available$ = new BehaviorSubject(false);
  let isWanted = false;
  let kept: ServiceWorkerRegistration | undefined;
  const update = registerSW({
    onNeedRefresh: () => available$.next(true),
    onNeedReload() {
      if (isWanted) location.reload();
      else void firstValueFrom(mayReload.pipe(filter(Boolean))).then(() => location.reload());
    },
    onRegisteredSW: (_url, registration) => {
      kept = registration;
    },
    onRegisterError: (error) => console.warn('no service worker: the app needs the server to start', error),
  });
  setInterval(() => void (kept && look(kept)), hour);
  storeUntilThere((registration) => {
    kept = registration;
  });
  return {
    available$,
    look: () => void (kept && look(kept)),
    apply() {
      isWanted = true;
      // on a page that was there before the first service worker, the plugin doesn't reload: it would stay as it is
      const { waiting } = kept ?? {};
      waiting?.addEventListener('statechange', () => {
        if (waiting.state === 'activated') location.reload();
      });
      void update(true);
    },
  };
}

/** Without a line there is nothing new to find, which is no error. */
async function look(registration: ServiceWorkerRegistration): Promise<void> {
  await registration.update().catch((error: unknown) => console.debug('no look for updates now', error));
}
