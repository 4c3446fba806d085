import { cp, mkdir, mkdtemp, readdir, readFile, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Case } from '@amtsstube/shared/domain/case';
import { type CaseId, opId } from '@amtsstube/shared/domain/ids';
import { validDogAnswers } from '@amtsstube/shared/fixtures/builders';
import { testTown, testTownConfiguration } from '@amtsstube/shared/fixtures/test-town';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { administer } from '../admin/admin.ts';
import { verify } from '../admin/verify.ts';
import { parseConfig } from '../config.ts';
import { executeServerOperation } from '../execute/execute.ts';
import { eraseInMirror } from '../mirror/erase-in-mirror.ts';
import { enrolledOn, signInOn } from '../replication/test-desk.ts';
import { CannotStart } from '../start-server-listening.ts';
import { startTestTown, type TestTownServer } from '../start-server-test-town.ts';
import { openSqliteStore } from '../store/sqlite-store.ts';
import type { Read } from '../store/store.ts';
import { backupCommand } from './backup-command.ts';
import { heldMails } from './held-mails.ts';
import { sequenceJump } from './restore.ts';
import { restoreCommand } from './restore-command.ts';

const town = testTown.municipalityId;
const now = new Date('2026-11-26T18:00:00Z');
let place: string;
let data: string;
let mirror: string;
let server: TestTownServer | undefined;

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'amtsstube-restore-'));
  data = join(place, 'data');
  mirror = join(place, 'mirror');
  await mkdir(data);
  await mkdir(mirror);
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  await rm(place, { recursive: true, force: true });
});

async function start(dataDirectory = data): Promise<TestTownServer> {
  server = await startTestTown({ dataDirectory, mirrorDirectory: mirror });
  return server;
}
async function stop(): Promise<void> {
  await server?.close();
  server = undefined;
}

const codes = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
/** A citizen of this name applies; gives the reference. */
async function apply(running: TestTownServer, number: number, name = 'Mustermann'): Promise<string> {
  const id = `case-${number}`;
  const payload = {
    caseId: id,
    trackingCode: `${(codes[number] ?? 'Z').repeat(5)}-BBBBB-CCCCC`,
    serviceId: testTown.serviceId,
    formVersionId: testTown.formVersionId,
    answers: validDogAnswers({ lastName: name }),
  };
  const common = { deviceId: null, kind: 'submitApplication', v: 1, at: running.core.now() } as const;
  const operation = { ...common, opId: opId.parse(`apply-${number}`), payload };
  const { result } = await executeServerOperation(running.core, town, operation, { kind: 'citizen' });
  expect(result).toEqual({ decided: 'accepted' });
  return reference(running.core.store, id);
}

async function reference(
  store: Pick<TestTownServer['core']['store'], 'snapshot'>,
  id: string,
): Promise<string> {
  const stored = await store.snapshot(town, (read) => read.document({ collection: 'cases', id }));
  return (stored?.document as Case | null | undefined)?.fileReference ?? 'none';
}

async function readIn<T>(directory: string, f: (read: Read) => Promise<T>): Promise<T> {
  const store = await openSqliteStore({ directory });
  return store.snapshot(town, f).finally(() => store.close());
}

async function restoring(...argv: string[]): Promise<{ isProved: boolean; said: string }> {
  const lines: string[] = [];
  const isProved = await restoreCommand(argv, now, (line) => lines.push(line));
  return { isProved, said: lines.join('\n') };
}

const config = (dataDirectory: string) => {
  const parsed = parseConfig({ AMTSSTUBE_DATA: dataDirectory, AMTSSTUBE_MIRROR: mirror });
  if (!parsed.ok) throw new Error(parsed.sentence);
  return parsed.config;
};

/** Two cases in the backup, a third only in the mirror. */
async function townWithBackup() {
  const backup = join(place, 'backup');
  const running = await start();
  await apply(running, 1);
  await apply(running, 2);
  await backupCommand([data, backup], now);
  await apply(running, 3);
  await stop();
  return { backup, target: join(place, 'restored') };
}

describe('a backup', () => {
  it('[S7] is made while the server works, is proved by server:verify, and is its owner’s only', async () => {
    const { backup } = await townWithBackup();
    expect((await readdir(backup)).toSorted()).toEqual([
      'accounts.sqlite',
      'backup.json',
      'blobs',
      'drafts.sqlite',
      'municipalities',
      'salvage.sqlite',
      'secrets.json',
      'support-key.json',
    ]);
    expect(((await stat(backup)).mode & 0o077).toString(8)).toBe('0');
    const lines: string[] = [];
    expect(await verify(backup, (line) => lines.push(line))).toBe(true);
    expect(lines).toEqual([
      `backup ${backup}: every file is what was written`,
      expect.stringContaining('musterstadt: 3 decisions'),
    ]);
    const accounts = new DatabaseSync(join(backup, 'accounts.sqlite'), { readOnly: true });
    expect(accounts.prepare('SELECT count(*) AS count FROM user').get()).toEqual({
      count: testTownConfiguration.clerks.length,
    });
    accounts.close();
  });

  it('is never written over, nor from nothing, nor onto a disk that isn’t there', async () => {
    const { backup } = await townWithBackup();
    for (const [from, to, says] of [
      [data, backup, 'is not empty'],
      [mirror, join(place, 'other'), 'no municipality'],
      [data, join(place, 'no-disk', 'other'), 'does not exist'],
      [data, undefined, 'usage'],
    ] as const) {
      await expect(backupCommand(to === undefined ? [from] : [from, to], now)).rejects.toThrow(says);
    }
  });

  it('that was changed is told by verify and refused by restore', async () => {
    const { backup, target } = await townWithBackup();
    const file = join(backup, 'municipalities', `${town}.sqlite`);
    const bytes = await readFile(file);
    bytes[5000] = (bytes[5000] ?? 0) ^ 1;
    await writeFile(file, bytes);
    const lines: string[] = [];
    expect(await verify(backup, (line) => lines.push(line))).toBe(false);
    expect(lines.join()).toContain('is not what was written');
    await expect(restoring(backup, target)).rejects.toThrow('is damaged');
    expect((await readdir(place)).toSorted()).toEqual(['backup', 'data', 'mirror']);
  });
});

describe('a restore', () => {
  it('[S7] has what the backup and the mirror have, another epoch, and numbers that jump ahead', async () => {
    const { backup, target } = await townWithBackup();
    const before = await readIn(data, (read) => read.head());
    const { isProved, said } = await restoring(backup, mirror, target);
    expect(said).toContain('musterstadt: 3 decisions from the backup, 1 from the mirror');
    expect(isProved).toBe(true);
    expect((await readIn(target, (read) => read.head())).epoch).not.toBe(before.epoch);
    const running = await start(target);
    expect(await reference(running.core.store, 'case-3')).toBe('HST-2026-00003');
    expect(await apply(running, 4)).toBe(`HST-2026-${String(4 + sequenceJump).padStart(5, '0')}`);
  });

  it('[S7] of the backup alone, or of the mirror alone, is proved too; accounts come along', async () => {
    const { backup, target } = await townWithBackup();
    expect((await restoring(backup, target)).isProved).toBe(true);
    expect(
      await readIn(target, (read) => read.document({ collection: 'cases', id: 'case-3' })),
    ).toBeUndefined();
    const fromMirror = join(place, 'from-mirror');
    expect((await restoring('none', mirror, fromMirror)).said).toContain(
      '0 decisions from the backup, 4 from the mirror',
    );
    const running = await start(fromMirror);
    expect(await running.accounts.hasAccount('anna.berger@musterstadt.example')).toBe(true);
  });

  it('a device let in after the backup is unknown, not put out: it keeps its keys and is let in anew', async () => {
    const backup = join(place, 'backup');
    const target = join(place, 'restored');
    const before = await start();
    const known = await enrolledOn(before);
    await backupCommand([data, backup], now);
    const late = await enrolledOn(before);
    expect((await signInOn(before, 1, late)).status).toBe(200);
    await stop();
    // the mirror's disk is lost too, so the accounts are the backup's
    await restoring(backup, target);
    await rm(mirror, { recursive: true });
    await mkdir(mirror);
    const running = await start(target);
    expect((await signInOn(running, 1, late)).body).toEqual({ code: 'workstationUnknown' });
    expect((await signInOn(running, 1, known)).status).toBe(200);
    expect((await signInOn(running, 1, await enrolledOn(running))).status).toBe(200);
    await stop();
    // all accounts lost: the test town's are made again, its devices are not
    await rm(join(target, 'accounts.sqlite'));
    expect((await signInOn(await start(target), 1, known)).body).toEqual({ code: 'workstationUnknown' });
  });

  it('[S10] holds the mails nobody knows of whether they went out, until they are released', async () => {
    const { backup, target } = await townWithBackup();
    expect((await restoring(backup, mirror, target)).said).toContain('3 mails held');
    const due = () => readIn(target, (read) => read.dueEffects('2030-01-01T00:00:00.000Z' as never, 10));
    expect(await due()).toEqual([]);
    const release = ['release-mails', '--municipality', town, '--as', 'send'];
    expect(await administer(release, config(target))).toEqual(['3 held mails: released.']);
    expect((await due()).map(({ effect }) => effect.kind === 'mail' && effect.caseId)).toEqual([
      'case-1',
      'case-2',
      'case-3',
    ]);
    expect(await readIn(target, heldMails)).toEqual([]);
  });

  it('[S7] refuses a mirror of another history, and a server refuses a mirror that knows more than its database', async () => {
    const { backup, target } = await townWithBackup();
    await restoring(backup, target);
    await expect(start(target)).rejects.toThrow(CannotStart);
    const elsewhere = join(place, 'elsewhere');
    await cp(mirror, join(place, 'first-mirror'), { recursive: true });
    await rm(join(mirror, 'log'), { recursive: true });
    const running = await start(target);
    await apply(running, 5);
    await stop();
    await expect(restoring(backup, mirror, elsewhere)).resolves.toMatchObject({ isProved: true });
    await rm(elsewhere, { recursive: true });
    const later = join(place, 'later-backup');
    await backupCommand([target, later], now);
    await expect(restoring(later, join(place, 'first-mirror'), elsewhere)).rejects.toThrow(
      'another one in the mirror',
    );
  });

  it.each([[[]], [['none', 'target']], [['a', 'b', 'c', 'd']], [['a', 'b', '--force']]])(
    '%j: how to call it',
    async (argv) => {
      await expect(restoring(...argv)).rejects.toThrow('usage');
    },
  );
});

describe('an erased case', () => {
  const name = 'Unverwechselbar';
  const everything = async (directory: string): Promise<string> => {
    const parts: string[] = [];
    for (const entry of await readdir(directory, { recursive: true, withFileTypes: true }))
      if (entry.isFile()) parts.push(await readFile(join(entry.parentPath, entry.name), 'latin1'));
    return parts.join('\n');
  };

  /** Files this process holds open there, where the system says so. */
  async function openIn(folder: string): Promise<readonly string[]> {
    const open = await readdir('/proc/self/fd').catch(() => []);
    const paths = await Promise.all(open.map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => '')));
    return paths.filter((path) => path.startsWith(folder));
  }

  async function townWithErased() {
    const backup = join(place, 'backup');
    const running = await start();
    await apply(running, 1);
    await apply(running, 2, name);
    await backupCommand([data, backup], now);
    await apply(running, 3);
    await stop();
    expect(await everything(data)).toContain(name);
    const lines = await administer(['erase-case', '--municipality', town, '--case', 'case-2'], config(data));
    expect(lines.join()).toContain('1 operations');
    return { backup, target: join(place, 'restored') };
  }

  it('[S11] is nowhere in the files any more; the log is proved, and numbers after it too', async () => {
    await townWithErased();
    expect(await everything(data)).not.toContain(name);
    const lines: string[] = [];
    expect(await verify(data, (line) => lines.push(line))).toBe(true);
    expect(lines.join()).toContain('1 erased, 0 not replayable');
    const running = await start();
    expect(await apply(running, 4)).toBe('HST-2026-00004');
    expect(await reference(running.core.store, 'case-2')).toBe('none');
  });

  it('[S11] stays erased after a restore of an older backup, with the mirror or by the list of erasures alone', async () => {
    const { backup, target } = await townWithErased();
    expect(await everything(backup)).toContain(name);
    for (const argv of [
      [backup, mirror, target],
      ['none', mirror, `${target}-2`],
    ]) {
      expect((await restoring(...argv)).isProved).toBe(true);
      expect(await everything(argv.at(-1) ?? '')).not.toContain(name);
    }
    // the mirror's log is lost, its list is there
    await rm(join(mirror, 'log'), { recursive: true });
    await mkdir(join(mirror, 'log', town), { recursive: true });
    const third = `${target}-3`;
    expect((await restoring(backup, mirror, third)).isProved).toBe(true);
    expect(await everything(third)).not.toContain(name);
    expect(await readFile(join(third, 'erasures.txt'), 'utf8')).toBe(`${town} case-2\n`);
  });

  it('[S11] that is there all the same is found by verify', async () => {
    await townWithErased();
    const database = new DatabaseSync(join(data, 'municipalities', `${town}.sqlite`));
    database.exec(
      `UPDATE documents SET document_json = '{"id":"case-2"}' WHERE collection = 'dossiers' AND id = 'case-2'`,
    );
    database.close();
    const lines: string[] = [];
    expect(await verify(data, (line) => lines.push(line))).toBe(false);
    expect(lines.join()).toMatch(/dossiers\/case-2: erased by decision \d+, and still stored/);
  });

  it('[S11] can’t be read from the mirror, whatever one tries', async () => {
    await townWithErased();
    const again = await eraseInMirror(mirror, town, new Set([opId.parse('apply-2')]));
    expect(again).toBe(1);
    const target = join(place, 'from-mirror');
    await restoring('none', mirror, target);
    expect(await readIn(target, (read) => read.payload(opId.parse('apply-2')))).toBeUndefined();
    expect(await readIn(target, (read) => read.payload(opId.parse('apply-1')))).toMatchObject({
      caseId: 'case-1' as CaseId,
    });
  });

  it('is refused where there is none, and while the server runs', async () => {
    await townWithErased();
    const erase = (id: string) =>
      administer(['erase-case', '--municipality', town, '--case', id], config(data));
    await expect(erase('case-2')).rejects.toThrow('no case case-2');
    expect(await openIn(mirror)).toEqual([]);
    await start();
    await expect(erase('case-1')).rejects.toThrow(CannotStart);
  });
});
