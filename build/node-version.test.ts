import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const rootPackage = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  optionalDependencies: Record<string, string>;
};
const pins = Object.entries(rootPackage.optionalDependencies)
  .filter(([name]) => /^node-(?:linux|win)-/.test(name))
  .map(([, version]) => version);

// npm skips an optional package that can't be installed without a word, and the system's Node would take over.
it('runs on the pinned Node', () => {
  if (process.platform === 'darwin') {
    expect(Number(process.versions.node.split('.')[0])).toBeGreaterThanOrEqual(24); // no pinned package there
    return;
  }
  expect(process.version).toBe(`v${pins[0]}`);
});

it('pins the same Node 24 on every platform', () => {
  expect(pins.length).toBeGreaterThan(0);
  expect(new Set(pins).size).toBe(1);
  expect(pins[0]).toMatch(/^24\.\d+\.\d+$/);
});
