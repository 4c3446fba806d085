import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { icoOf } from './ico.ts';
import { packagingFindings } from './packaging-findings.ts';
import { root } from './steps.ts';

const asPacked = [
  'package.json',
  'main.js',
  'preload.cjs',
  'desk/index.html',
  'desk/assets/index-a1_b-.js',
  'desk/assets/index-c2.css',
  'desk/assets/desk-code-f5.js',
  'desk/assets/pdf.worker.min-g6.mjs',
  'desk/pdf/standard_fonts/FoxitFixed.pfb',
  'desk/assets/argon2-worker-d3.js',
  'desk/assets/source-sans-3-latin-wght-normal-e4.woff2',
].map((path) => ({ path, bytes: 1 }));

it('finds nothing in a package that is as it should be', () => {
  expect(packagingFindings(asPacked)).toEqual([]);
});

it('names each thing that is missing or empty', () => {
  expect(packagingFindings([])).toHaveLength(asPacked.length);
  const empty = asPacked.map((file) => (file.path === 'main.js' ? { ...file, bytes: 0 } : file));
  expect(packagingFindings(empty)).toEqual(['missing: the main process']);
});

it.each([
  'desk/assets/index-a1.js.map',
  'src/main/main.ts',
  'desk/app.tsx',
  'shell/guard.test.js',
  'node_modules/zod/index.js',
  'desk/sw.js',
  '.env',
  'server.key',
])('finds %s, which has no business there', (path) => {
  const findings = packagingFindings([...asPacked, { path, bytes: 1 }]);
  expect(findings.length).toBeGreaterThan(0);
  expect(findings.every((finding) => finding.endsWith(path))).toBe(true);
});

it('an icon is a directory of its pictures, 256 written as 0', () => {
  const ico = icoOf([
    { size: 16, png: Uint8Array.of(1, 2) },
    { size: 256, png: Uint8Array.of(3) },
  ]);
  expect([...ico.subarray(0, 6)]).toEqual([0, 0, 1, 0, 2, 0]);
  expect([ico[6], ico[22]]).toEqual([16, 0]);
  expect([...ico.subarray(38)]).toEqual([1, 2, 3]);
});

it('Electron and electron-builder are there without their binaries: nothing is fetched by npm ci', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { hasInstallScript?: boolean }>;
  };
  for (const name of ['electron', 'electron-builder', 'app-builder-lib'])
    expect(lock.packages[`node_modules/${name}`], name).not.toHaveProperty('hasInstallScript');
});
