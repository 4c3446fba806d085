import { parseFileName } from './file-name.ts';
import { HostFailure } from './host-failure.ts';
import { createHandedOut, type OpenHost } from './open-host.ts';
import { createOpfsClient } from './opfs-client.ts';
import { createBlobFilesProxy, createJournalFilesProxy, createSmallFilesProxy } from './opfs-proxies.ts';
import { takeWebLock } from './web-lock.ts';

export interface BrowserHostOptions {
  /** Directory in the origin's private file system; obeys `fileName`. One per (device, clerk) where J7 asks for it. */
  readonly directory: string;
}

export interface BrowserHost extends OpenHost {
  readonly kind: 'browser';
}

/**
 * The shell in a browser: files in OPFS, owned by a dedicated worker. Rejects with `unavailable` where there is no OPFS
 * with synchronous access (old browsers, some private modes) or the page is no secure context.
 */
export async function createBrowserHost({ directory }: BrowserHostOptions): Promise<BrowserHost> {
  parseFileName(directory);
  if (typeof Worker !== 'function' || navigator.storage?.getDirectory === undefined) {
    throw new HostFailure(
      'unavailable',
      'this page has no private file system: old browser or no secure context',
    );
  }
  const client = createOpfsClient(
    new Worker(new URL('./opfs-worker.ts', import.meta.url), { type: 'module' }),
  );
  try {
    await client.call({ kind: 'start', directory });
  } catch (error) {
    client.close();
    throw error;
  }
  endWithThePage(client.close);
  const handedOut = createHandedOut();

  const files = createSmallFilesProxy(client);
  return {
    kind: 'browser',
    journals: createJournalFilesProxy(client),
    files,
    blobs: createBlobFilesProxy(client),
    keyVault: undefined,
    persistence: async () => ((await navigator.storage.persist()) ? 'granted' : 'refused'),
    async storage() {
      const { usage, quota } = await navigator.storage.estimate();
      return { usedBytes: usage ?? 0, quotaBytes: quota };
    },
    claimOwnership: async (name) =>
      handedOut.ownership(await takeWebLock(`${directory}/${parseFileName(name)}`)),
    notify(title, body) {
      if (typeof Notification === 'function' && Notification.permission === 'granted')
        new Notification(title, { body });
    },
    askToNotify: async () =>
      typeof Notification === 'function' && (await Notification.requestPermission()) === 'granted',
    async close() {
      await handedOut.takeBack();
      // the worker's end lets the files go, also those whose closing would fail
      client.close();
    },
  };
}

/**
 * A page kept for "back" would keep its worker and so the journals; the next page couldn't open them. It lets go as it
 * leaves and, shown again, starts from the beginning, since its host is dead.
 */
function endWithThePage(close: () => void): void {
  addEventListener('pagehide', (event) => {
    if (event.persisted) close();
  });
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
}
