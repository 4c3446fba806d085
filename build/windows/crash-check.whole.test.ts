import { mkdtemp, readdir, readFile, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleDeskProcess } from './bundle-desk-process.ts';
import { contractCheck, crashCheck } from './crash-check.ts';
import { type Launch, launchHere } from './windows-node.ts';

let folder: string;
let script: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amtsstube-crash-check-'));
  script = await bundleDeskProcess(folder);
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const seed = 2026;

it('with the Node of this machine, contract and crashes pass', async () => {
  const results = [
    ...(await contractCheck(launchHere, script, folder)),
    ...(await crashCheck(launchHere, script, folder, { rounds: 3, seed })),
  ];
  expect(results.filter(({ failure }) => failure !== undefined)).toEqual([]);
  expect(results.length).toBeGreaterThan(30);
}, 60_000);

it('finds a disk that loses what was acknowledged', async () => {
  const losing = await mkdtemp(join(folder, 'losing-'));
  const launch: Launch = async (path, [mode = '', directory = ''], output) => {
    if (mode === 'reopen') {
      const journals = join(directory, 'journals');
      for (const name of await readdir(journals)) {
        const half = (await readFile(join(journals, name))).length / 2;
        await truncate(join(journals, name), Math.floor(half));
      }
    }
    return launchHere(path, [mode, directory], output);
  };
  const results = await crashCheck(launch, script, losing, { rounds: 2, seed });
  const failed = results.filter(({ failure }) => failure !== undefined).map(({ title }) => title);
  expect(failed.some((title) => title.startsWith('[J2]'))).toBe(true);
}, 60_000);
