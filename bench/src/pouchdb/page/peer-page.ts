import { awaitDelta, deltaWithDesk, openDesk } from './desk.ts';
import { openPouch, pullWithPouch } from './pouch.ts';

/** What the benchmark asks of the page: one page is the desk's, another PouchDB's, each on an origin of its own. */
const peerPage = { openDesk, awaitDelta, deltaWithDesk, openPouch, pullWithPouch };

declare global {
  interface Window {
    peerPage: typeof peerPage;
  }
}

// each request counts, and a browser keeps 250 by itself
performance.setResourceTimingBufferSize(100_000);
window.peerPage = peerPage;
