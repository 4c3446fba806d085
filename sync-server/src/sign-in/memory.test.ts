import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMemory } from './memory.ts';

describe('what was read from the accounts', () => {
  let directory: string;
  let own: DatabaseSync;
  let other: DatabaseSync;
  const find = (key: string) =>
    own.prepare('select value from thing where key = ?').get(key)?.['value'] as string | undefined;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'amtsstube-memory-'));
    [own, other] = [
      new DatabaseSync(join(directory, 'a.sqlite')),
      new DatabaseSync(join(directory, 'a.sqlite')),
    ];
    own.exec(
      "pragma journal_mode = wal; create table thing (key text, value text); insert into thing values ('a', 'old')",
    );
  });
  afterEach(() => {
    own.close();
    other.close();
    rmSync(directory, { recursive: true });
  });

  it('is read once while nothing changes, and what isn’t there is looked for again', () => {
    const memory = createMemory<string>(own);
    let asked = 0;
    const count = (key: string) => {
      asked += 1;
      return find(key);
    };
    expect([memory.read('a', count), memory.read('a', count), asked]).toEqual(['old', 'old', 1]);
    expect([memory.read('b', count), memory.read('b', count), asked]).toEqual([undefined, undefined, 3]);
  });

  it.each([
    ['this connection', () => own],
    ['another', () => other],
  ])('is void with a change by %s', (_, by) => {
    const memory = createMemory<string>(own);
    memory.read('a', find);
    by().exec("update thing set value = 'new'");
    expect(memory.read('a', find)).toBe('new');
  });

  it('isn’t kept where it changed while it was read', async () => {
    const memory = createMemory<string>(own);
    const slow = async (key: string) => {
      const found = find(key);
      other.exec("update thing set value = 'new'");
      return found;
    };
    expect(await memory.readLater('a', slow)).toBe('old');
    expect(await memory.readLater('a', async (key) => find(key))).toBe('new');
    expect(await memory.readLater('a', slow)).toBe('new');
  });
});
