import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Journeys through the real server and the real UI. Three files at a time: each brings a server and a browser, and waits more than it works. */
export default defineConfig({
  test: {
    root: join(import.meta.dirname, '..'),
    environment: 'node',
    // The desktop's are contract suites of what only a real browser has.
    include: ['e2e/**/*.e2e.ts', 'desktop/src/**/*.e2e.ts'],
    maxWorkers: 3,
    // the longest one takes 40 s where nothing else runs, and was seen to take 109 beside two others on a slow day
    testTimeout: 240_000,
    hookTimeout: 180_000,
    // as patient as Playwright's own waiting
    expect: { poll: { timeout: 30_000 } },
    allowOnly: false,
  },
});
