import { map, of } from 'rxjs';
import { httpAdminClient } from '../data/admin-client.ts';
import { httpHallClient } from '../data/hall-client.ts';
import { signInClient } from '../data/sign-in-client.ts';
import { systemEnvironment } from '../data/system-environment.ts';
import { httpWaitingListClient } from '../data/waiting-list-client.ts';
import { createBrowserHost } from '../host/browser-host.ts';
import { createIpcHost } from '../host/ipc-host.ts';
import { ownCounter } from '../ui/own-counter.ts';
import { derivePasswordKeyInWorker } from '../vault/argon2-in-worker.ts';
import { Vaults } from '../vault/vaults.ts';
import { type AppUpdates, keepAppOnDevice } from './app-updates.ts';
import { loadDesk } from './load-desk.ts';
import { lookAfterBadAnswers } from './look-after-bad-answers.ts';
import { mount } from './mount.tsx';
import { createSession } from './session.ts';

/** The page's own origin: the sync server serves the app, and Electron's main process passes /api/ on to it. */
const serverUrl = '';
const server = signInClient(serverUrl);

/** Electron's window is on the device already, and its installer brings the newer version. */
const updatesByInstaller: AppUpdates = {
  available$: of(false),
  look: () => undefined,
  apply: () => undefined,
};

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
  prepareToOpenDesk: () => void loadDesk().then((desk) => desk.prepareToOpenDesk()),
  openDesk: async (host, vault, token) =>
    (await loadDesk()).openDesk({
      host,
      vault,
      serverUrl,
      token,
      ownCounter$: ownCounter.value$.pipe(map((at) => at ?? undefined)),
    }),
  server,
  adminClient: ({ who }, token) => httpAdminClient(serverUrl, who.municipalityId, token.get),
  hallClient: ({ who }, token) => httpHallClient(serverUrl, who.municipalityId, token.get),
  waitingListClient: ({ who }, token) => httpWaitingListClient(serverUrl, who.municipalityId, token.get),
  keepColleaguesGoing: async (open, signal) =>
    (await loadDesk()).keepColleaguesGoing(server, serverUrl)(open, signal),
  handOverOwn: async (open) => (await loadDesk()).handOverOwn(serverUrl)(open),
  putJournalsAside: async (host, who) => (await loadDesk()).putJournalsAside(host, who),
  clearUnreadable: async (host) => (await loadDesk()).clearUnreadable(host),
  reload() {
    // the next clerk doesn't begin in this one's case
    history.replaceState(null, '', location.pathname);
    location.reload();
  },
});

// first: the worker that owns the files is loaded while the page is drawn
const started = session.start();
// one that waits for another window stays as it is, or it would be there first while that one reloads
const mayReload = session.state$.pipe(map(({ state }) => state !== 'open' && state !== 'ownedElsewhere'));
const updates = bridge === undefined ? keepAppOnDevice(mayReload) : updatesByInstaller;
lookAfterBadAnswers(session.state$, updates);
mount(session, updates);
await started;
// while she types her password; opening it says what is wrong where this fails
loadDesk().catch(() => undefined);
