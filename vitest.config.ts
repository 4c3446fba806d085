import { defineConfig } from 'vitest/config';

const packages = ['shared', 'sync-server', 'desktop', 'sim', 'faults', 'build'];

/** Unit and contract tests; the journeys in e2e/ have their own configuration, because they need a browser. */
export default defineConfig({
  test: {
    environment: 'node',
    testTimeout: 15_000,
    hookTimeout: 30_000,
    // A focused test left behind would silently switch the others off.
    allowOnly: false,
    // Loading what is tested took more time than testing it. Files share a process, so none may leave anything behind.
    isolate: false,
    projects: packages.map((name) => ({
      extends: true as const,
      test: {
        name,
        include: [`${name}/**/*.test.{ts,tsx}`],
        exclude: ['**/node_modules/**', '**/dist/**'],
      },
    })),
  },
});
