import { openDesk } from '../data/open-desk.ts';
import { endSession, signIn } from '../data/sign-in-client.ts';
import { createBrowserHost } from '../host/browser-host.ts';
import { keepAppOnDevice } from './app-updates.ts';
import { mount } from './mount.tsx';
import { createSession } from './session.ts';

/** The page's own origin: the sync server serves the app. */
const serverUrl = '';

/** Composition root of the browser shell: real host, real desk, real server. */
const session = createSession({
  createHost: () => createBrowserHost({ directory: 'amtsstube' }),
  openDesk: (host, { municipalityId, clerk }) =>
    openDesk({ host, municipalityId, clerk, serverUrl, token: () => host.sessionToken.get() }),
  signIn: (email, password) => signIn(serverUrl, email, password),
  endSession: (token) => endSession(serverUrl, token),
  reload() {
    // the next clerk doesn't begin in this one's case
    history.replaceState(null, '', location.pathname);
    location.reload();
  },
});

mount(session, keepAppOnDevice());
await session.start();
