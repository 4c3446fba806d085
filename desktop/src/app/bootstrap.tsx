import { of } from 'rxjs';
import { httpAdminClient } from '../data/admin-client.ts';
import { clearUnreadable, openDesk, prepareToOpenDesk, putJournalsAside } from '../data/open-desk.ts';
import { signInClient } from '../data/sign-in-client.ts';
import { systemEnvironment } from '../data/system-environment.ts';
import { createBrowserHost } from '../host/browser-host.ts';
import { createIpcHost } from '../host/ipc-host.ts';
import { derivePasswordKeyInWorker } from '../vault/argon2-in-worker.ts';
import { Vaults } from '../vault/vaults.ts';
import { type AppUpdates, keepAppOnDevice } from './app-updates.ts';
import { handOverOwn, keepColleaguesGoing } from './colleagues.ts';
import { mount } from './mount.tsx';
import { createSession } from './session.ts';

/** The page's own origin: the sync server serves the app, and Electron's main process passes /api/ on to it. */
const serverUrl = '';
const server = signInClient(serverUrl);

/** Electron's window is on the device already, and its installer brings the newer version. */
const updatesByInstaller: AppUpdates = { available$: of(false), apply: () => undefined };

/** There in Electron's window; a browser has none. */
const bridge = globalThis.amtsstubeHost;

/** Composition root of both shells: real host, real desk, real server. */
const session = createSession({
  createHost: () =>
    bridge === undefined ? createBrowserHost({ directory: 'amtsstube' }) : createIpcHost(bridge),
  openVaults: ({ files, keyVault }) =>
    Vaults.open({
      files,
      keyVault,
      environment: systemEnvironment,
      elapsed: () => performance.now(),
      derive: derivePasswordKeyInWorker,
    }),
  prepareToOpenDesk,
  openDesk: (host, vault, token) => openDesk({ host, vault, serverUrl, token }),
  server,
  adminClient: ({ who }, token) => httpAdminClient(serverUrl, who.municipalityId, token.get),
  keepColleaguesGoing: keepColleaguesGoing(server, serverUrl),
  handOverOwn: handOverOwn(serverUrl),
  putJournalsAside,
  clearUnreadable,
  reload() {
    // the next clerk doesn't begin in this one's case
    history.replaceState(null, '', location.pathname);
    location.reload();
  },
});

// first: the worker that owns the files is loaded while the page is drawn
const started = session.start();
mount(session, bridge === undefined ? keepAppOnDevice() : updatesByInstaller);
await started;
