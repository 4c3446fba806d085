import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { electronProgram } from './electron-desk.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'amtsstube-electron-package-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

it('finds Electron’s program only where it was fetched as a whole', () => {
  expect(electronProgram(join(directory, 'missing'))).toBeUndefined();
  expect(electronProgram(directory)).toBeUndefined();
  writeFileSync(join(directory, 'path.txt'), 'electron.exe\n');
  expect(electronProgram(directory)).toBeUndefined();
  mkdirSync(join(directory, 'dist'));
  writeFileSync(join(directory, 'dist/electron.exe'), '');
  expect(electronProgram(directory)).toBe(join(directory, 'dist/electron.exe'));
});
