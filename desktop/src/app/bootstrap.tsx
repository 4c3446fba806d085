import { clearUnreadable, openDesk } from '../data/open-desk.ts';
import { signInClient } from '../data/sign-in-client.ts';
import { systemEnvironment } from '../data/system-environment.ts';
import { createBrowserHost } from '../host/browser-host.ts';
import { derivePasswordKeyInWorker } from '../vault/argon2-in-worker.ts';
import { Vaults } from '../vault/vaults.ts';
import { keepAppOnDevice } from './app-updates.ts';
import { keepColleaguesGoing } from './colleagues.ts';
import { mount } from './mount.tsx';
import { createSession } from './session.ts';

/** The page's own origin: the sync server serves the app. */
const serverUrl = '';
const server = signInClient(serverUrl);

/** Composition root of the browser shell: real host, real desk, real server. */
const session = createSession({
  createHost: () => createBrowserHost({ directory: 'amtsstube' }),
  openVaults: ({ files }) =>
    Vaults.open({ files, environment: systemEnvironment, derive: derivePasswordKeyInWorker }),
  openDesk: (host, vault, token) => openDesk({ host, vault, serverUrl, token }),
  server,
  keepColleaguesGoing: keepColleaguesGoing(server, serverUrl),
  clearUnreadable,
  reload() {
    // the next clerk doesn't begin in this one's case
    history.replaceState(null, '', location.pathname);
    location.reload();
  },
});

mount(session, keepAppOnDevice());
await session.start();
