import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aDocument, decide, firstEpoch, scopeA } from './contract/contract-builders.ts';
import { createGroupCommit, type GroupCommit } from './group-commit.ts';
import { openSqliteConnection, type SqliteConnection } from './sqlite-connection.ts';
import { writeEmptyMunicipality } from './sqlite-municipality.ts';
import { createSqliteTx } from './sqlite-tx.ts';
import { StoreUnavailable, type Tx } from './store.ts';

describe('group commit', () => {
  let directory: string;
  let file: string;
  let connection: SqliteConnection;
  let commands: string[];
  let commits: GroupCommit;
  let tx: Tx;
  let clock: number;

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'amtsstube-group-'));
    file = join(directory, 'town.sqlite');
    await writeEmptyMunicipality(file, firstEpoch);
    const opened = openSqliteConnection(file, 'write');
    connection = opened;
    commands = [];
    clock = 0;
    tx = createSqliteTx(opened.db);
    commits = createGroupCommit(
      {
        ...opened,
        get isInTransaction() {
          return opened.isInTransaction;
        },
        get failure() {
          return opened.failure;
        },
        command: (text) => {
          commands.push(text);
          opened.command(text);
        },
      },
      () => clock,
    );
  });
  afterEach(async () => {
    await commits.close();
    connection.close();
    rmSync(directory, { recursive: true });
  });

  const count = (text: string) => commands.filter((command) => command === text).length;
  const longText = 'x'.repeat(200_000);
  const write = (id: string, text = 'short') =>
    commits.run(() => decide(tx, (seq) => [aDocument(id, seq, { text })]));

  it('[S1] transactions of one event-loop turn share one commit', async () => {
    await Promise.all([write('a'), write('b'), write('c')]);
    expect(count('COMMIT')).toBe(1);
    await write('d');
    expect(count('COMMIT')).toBe(2);
  });

  it('[S1] a group ends after 20 ms; the rest goes into the next', async () => {
    const slow = () =>
      commits.run(() => {
        clock += 10;
        return decide(tx);
      });
    expect(await Promise.all([slow(), slow(), slow(), slow(), slow()])).toEqual([1, 2, 3, 4, 5]);
    expect(count('COMMIT')).toBe(3);
  });

  it('[S1] nobody is answered before the commit', async () => {
    const answered: string[] = [];
    const first = commits.run(async () => decide(tx)).then(() => answered.push('first'));
    const second = commits.run(async () => {
      answered.push('second runs');
      return decide(tx);
    });
    await Promise.all([first, second]);
    expect(answered).toEqual(['second runs', 'first']);
  });

  it('[S3] when the disk is full everything of the group rejects and nothing stays; what was not begun goes on', async () => {
    await write('before');
    const { size } = (await pragma('page_count')) as { size: number };
    await pragma(`max_page_count = ${size + 5}`);
    const results = await Promise.allSettled([write('a'), write('b', longText), write('c')]);
    const full = { status: 'rejected', reason: new StoreUnavailable('disk full') };
    expect(results).toMatchObject([full, full, { status: 'fulfilled', value: 2 }]);
    expect(await commits.run(() => tx.changes('cases', [scopeA], 0, 10))).toEqual([
      aDocument('before', 1, { text: 'short' }),
      aDocument('c', 2, { text: 'short' }),
    ]);
    await pragma(`max_page_count = ${size + 1000}`);
    expect(await write('b', longText)).toBe(3);
  });

  it('[S3] a full disk is not hidden by one who catches it', async () => {
    const { size } = (await pragma('page_count')) as { size: number };
    await pragma(`max_page_count = ${size}`);
    const careless = commits.run(async () => {
      await tx.putDocument(aDocument('a', 1, { text: longText })).catch(() => undefined);
      return 'fine';
    });
    await expect(careless).rejects.toThrow('disk full');
  });

  it('[S3] when the commit fails everything of the group rejects and nothing stays', async () => {
    const results = await Promise.allSettled([
      write('a'),
      commits.run(async () => {
        // a reference that is checked at COMMIT only
        connection.command('PRAGMA defer_foreign_keys = ON');
        connection.command("INSERT INTO payloads (op_id, payload_json) VALUES ('nobody', '1')");
      }),
      commits.run(() => Promise.reject(new Error('a bug'))),
    ]);
    for (const result of results) expect(result).toMatchObject({ reason: expect.any(StoreUnavailable) });
    expect((await commits.run(() => tx.head())).seq).toBe(0);
    expect(await write('a')).toBe(1);
  });

  it('[S3] while another process holds the file nothing is decided', { timeout: 20_000 }, async () => {
    const other = openSqliteConnection(file, 'write');
    other.command('BEGIN IMMEDIATE');
    const results = await Promise.allSettled([write('a'), write('b')]);
    for (const result of results)
      expect(result).toMatchObject({ reason: new StoreUnavailable('database busy') });
    other.command('ROLLBACK');
    other.close();
    expect(await write('a')).toBe(1);
  });

  it('[S1] one that awaits something else than its Tx is a bug: it rejects, its neighbours stay', async () => {
    const results = await Promise.allSettled([
      write('a'),
      commits.run(async () => {
        // behind the turn that is watched for, however busy the machine is
        await new Promise((resolve) => setImmediate(resolve));
        return decide(tx);
      }),
      write('b'),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((await commits.run(() => tx.head())).seq).toBe(2);
  });

  it('[S1] closing finishes what waits and takes nothing more', async () => {
    const waiting = write('a');
    await commits.close();
    expect(await waiting).toBe(1);
    await expect(write('b')).rejects.toThrow('store closed');
  });

  async function pragma(text: string): Promise<unknown> {
    const { sql } = await import('kysely');
    const { rows } = await sql<Record<string, number>>`${sql.raw(`PRAGMA ${text}`)}`.execute(connection.db);
    return { size: Object.values(rows[0] ?? {})[0] };
  }
});
