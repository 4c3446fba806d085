import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { redFiles } from './run-journeys.ts';
import { root } from './steps.ts';

it('finds the files of a run that are red, as they are named from the root', () => {
  const directory = mkdtempSync(join(tmpdir(), 'amtsstube-red-'));
  const report = join(directory, 'e2e.json');
  const named = (name: string, status: string) => ({ name: join(root, 'e2e', name), status });
  writeFileSync(
    report,
    JSON.stringify({ testResults: [named('day.e2e.ts', 'passed'), named('entry.e2e.ts', 'failed')] }),
  );
  expect(redFiles(report)).toEqual([join('e2e', 'entry.e2e.ts')]);
  rmSync(directory, { recursive: true });
});

it('finds none where nothing was reported: a run that crashed is not run again', () => {
  expect(redFiles('/nowhere/e2e.json')).toEqual([]);
});
