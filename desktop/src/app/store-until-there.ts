const untilAgain = 30_000;

/**
 * A line that dies while the program is being stored on this device ends the storing for good, and nobody says so: the
 * desk works on, and tomorrow doesn't start without a server. So it is begun again until the program is there.
 * @param begun gets the registration of each new attempt
 */
export function storeUntilThere(begun: (registration: ServiceWorkerRegistration) => void): void {
  // a browser that can't (no secure origin) is told of by whoever registers first
  if (!('serviceWorker' in navigator)) return;
  const timer = setInterval(() => void again(), untilAgain);
  addEventListener('online', again);

  async function again(): Promise<void> {
    const present = await navigator.serviceWorker.getRegistration();
    if (present?.active) {
      clearInterval(timer);
      removeEventListener('online', again);
    } else if (!present?.installing && !present?.waiting) await attempt();
  }

  async function attempt(): Promise<void> {
    const { BASE_URL: scope } = import.meta.env;
    try {
      begun(await navigator.serviceWorker.register(`${scope}sw.js`, { scope }));
    } catch (error) {
      console.debug('the program can not be stored now', error);
    }
  }
}
