import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabaseSnapshot } from './database-snapshot.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'amtsstube-snapshot-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

describe('a copy of a database', () => {
  it('is whole, of one moment, and its owner’s only', async ({ skip }) => {
    if (process.platform === 'win32') skip('Windows has no such modes');
    const [source, target] = [join(directory, 'source.sqlite'), join(directory, 'copy.sqlite')];
    const database = new DatabaseSync(source);
    database.exec(
      'PRAGMA journal_mode = WAL; CREATE TABLE account (email TEXT); INSERT INTO account VALUES (1)',
    );
    const snapshot = openDatabaseSnapshot(source);
    database.exec('INSERT INTO account VALUES (2)');
    await snapshot.copyTo(target);
    snapshot.close();
    database.close();
    const copy = new DatabaseSync(target, { readOnly: true });
    expect(copy.prepare('SELECT count(*) AS count FROM account').get()).toEqual({ count: 1 });
    copy.close();
    expect(((await stat(target)).mode & 0o077).toString(8)).toBe('0');
  });
});
