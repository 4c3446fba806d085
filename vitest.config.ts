import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const packages = ['shared', 'print', 'sync-server', 'desktop', 'sim', 'faults', 'build'];

/** Unit and contract tests; the journeys in e2e/ have their own configuration, because they need a browser. */
export default defineConfig({
  test: {
    environment: 'node',
    testTimeout: 15_000,
    hookTimeout: 30_000,
    // Vitest leaves one core for itself: half of a small machine, while many tests wait for processes of their own.
    maxWorkers: Math.max(2, availableParallelism()),
    // A focused test left behind would silently switch the others off.
    allowOnly: false,
    projects: [
      ...packages.map((name) => ({
        extends: true as const,
        test: {
          name,
          include: [`${name}/**/*.test.{ts,tsx}`],
          exclude: ['**/node_modules/**', '**/dist/**', '**/*.{isolated,whole}.test.ts'],
          // Loading what is tested took more time than testing it. Files share a process: none may leave anything behind.
          isolate: false,
        },
      })),
      {
        extends: true as const,
        test: {
          // what puts itself in the place of a module can only do so in a process where nobody has loaded it yet
          name: 'isolated',
          include: packages.map((name) => `${name}/**/*.isolated.test.ts`),
          exclude: ['**/node_modules/**', '**/dist/**'],
        },
      },
      {
        extends: true as const,
        test: {
          // whole programs, started and killed as a user or a crash would, and whether the simulation and the fault suite
          // see what they are made for: with `npm test`, not with each `npm run check`
          name: 'whole',
          include: packages.map((name) => `${name}/**/*.whole.test.ts`),
          exclude: ['**/node_modules/**', '**/dist/**'],
        },
      },
    ],
  },
});
