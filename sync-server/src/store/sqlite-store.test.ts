import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decide, firstEpoch, town } from './contract/contract-builders.ts';
import { openSqliteStore } from './sqlite-store.ts';
import { StoreUnavailable } from './store.ts';
import { describeStoreContract } from './store-contract.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'amtsstube-store-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

describeStoreContract('SQLite store', async () => {
  let store = await openSqliteStore({ directory });
  return {
    store,
    reopen: async () => {
      await store.close();
      store = await openSqliteStore({ directory });
      return store;
    },
    close: () => store.close(),
  };
});

describe('SQLite store on its disk', () => {
  it('[S3] says in one line that its directory is missing, and makes none up', async () => {
    const missing = join(directory, 'not-mounted');
    const opening = openSqliteStore({ directory: missing });
    await expect(opening).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(opening).rejects.toThrow(`data directory ${missing} does not exist`);
    expect(existsSync(missing)).toBe(false);
  });

  it('[S3] says in one line that its directory is a file', async () => {
    const file = join(directory, 'file');
    writeFileSync(file, '');
    await expect(openSqliteStore({ directory: file })).rejects.toThrow(StoreUnavailable);
  });

  it('closed it leaves one file per municipality', async () => {
    const store = await openSqliteStore({ directory });
    await store.createMunicipality(town, firstEpoch);
    await store.transact(town, decide);
    await store.snapshot(town, (read) => read.head());
    await store.close();
    expect(readdirSync(join(directory, 'municipalities'))).toEqual([`${town}.sqlite`]);
  });

  it('a municipality whose making was cut short does not exist, and can be made', async () => {
    const store = await openSqliteStore({ directory });
    mkdirSync(join(directory, 'municipalities'));
    writeFileSync(join(directory, 'municipalities', `${town}.sqlite.new`), 'half a file');
    expect(await store.municipalities()).toEqual([]);
    await store.createMunicipality(town, firstEpoch);
    expect(await store.transact(town, decide)).toBe(1);
    await store.close();
  });

  it('[S3] a file that is no database is the disk’s failure, not a decision', async () => {
    const store = await openSqliteStore({ directory });
    mkdirSync(join(directory, 'municipalities'));
    writeFileSync(join(directory, 'municipalities', `${town}.sqlite`), 'overwritten '.repeat(1000));
    await expect(store.transact(town, decide)).rejects.toThrow('not a database file');
    await expect(store.snapshot(town, (read) => read.head())).rejects.toBeInstanceOf(StoreUnavailable);
    await store.close();
  });
});
