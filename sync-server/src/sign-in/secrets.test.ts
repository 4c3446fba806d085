import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CannotStart } from '../start-server-listening.ts';
import { loadSecrets } from './secrets.ts';

let directory: string;
let file: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'amtsstube-secrets-'));
  file = join(directory, 'secrets.json');
});
afterEach(() => rm(directory, { recursive: true, force: true }));

describe('loadSecrets', () => {
  it('makes them once, for their owner only, and keeps them', async () => {
    const made = await loadSecrets(directory, undefined);
    expect(await loadSecrets(directory, undefined)).toEqual(made);
    expect(await readdir(directory)).toEqual(['secrets.json']);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const session = 's'.repeat(32);
    expect(await loadSecrets(directory, session)).toEqual({ ...made, session });
  });

  it.each([
    ['half of them written beside', 'secrets.json.new', '{"session":"half'],
    ['an empty file', 'secrets.json', ''],
  ])('makes them anew after a crash that left %s', async (_left, name, text) => {
    await writeFile(join(directory, name), text, { mode: 0o600 });
    const made = await loadSecrets(directory, undefined);
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(made);
    expect(await readdir(directory)).toEqual(['secrets.json']);
  });

  it.each(['{"session":"short","tickets":""}', '{', 'null'])(
    'never replaces a damaged file (%s), but names it in one line',
    async (text) => {
      await writeFile(file, text);
      const loading = loadSecrets(directory, undefined);
      await expect(loading).rejects.toBeInstanceOf(CannotStart);
      await expect(loading).rejects.toThrow(/^[^\n]*secrets\.json[^\n]*$/);
      expect(await readFile(file, 'utf8')).toBe(text);
    },
  );
});
