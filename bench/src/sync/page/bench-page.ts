import { handOver, openNotesDesk, writeNotes } from './notes.ts';
import { pullRaw } from './pull-raw.ts';
import { pullWithDesk } from './pull-with-desk.ts';

/** What the benchmark asks of the page; each page is used once, on a storage of its own. */
const benchPage = { pullWithDesk, pullRaw, openNotesDesk, writeNotes, handOver };

declare global {
  interface Window {
    benchPage: typeof benchPage;
  }
}

// each request counts, and a browser keeps 250 by itself
performance.setResourceTimingBufferSize(10_000);
window.benchPage = benchPage;
