import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const program = join(import.meta.dirname, 'start.ts');
let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'amtsstube-npm-start-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

describe('npm start', () => {
  it.each([
    ['an unknown option', () => ['--prot', '8081'], '--prot'],
    ['a bad port', () => ['--no-bundle', '--data', directory, '--port', 'eighty'], 'AMTSSTUBE_PORT'],
    ['a file as directory', () => ['--no-bundle', '--data', aFile()], 'a-file'],
    ['a directory that can’t be made', () => ['--no-bundle', '--data', join(aFile(), 'data')], 'a-file'],
  ])('%s: one line that names it, and 1', (_what, argv, named) => {
    const { status, stderr } = spawnSync(process.execPath, [program, ...argv()], { encoding: 'utf8' });
    expect(stderr).toContain(named);
    expect(stderr.trimEnd()).not.toContain('\n');
    expect(status).toBe(1);
  });
});

function aFile(): string {
  const file = join(directory, 'a-file');
  writeFileSync(file, '');
  return file;
}
