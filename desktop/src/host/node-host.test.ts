import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bytesOf, textOf } from './contract-case.ts';
import { describeHostContract } from './describe-host-contract.ts';
import { MemoryKeyVault } from './memory-key-vault.ts';
import { createNodeHost } from './node-host.ts';

const made: string[] = [];

async function freshDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'amtsstube-host-'));
  made.push(directory);
  return directory;
}

const keyVault = new MemoryKeyVault();
const openHost = (directory: string) => createNodeHost({ directory, notify: () => undefined, keyVault });

async function deadPid(): Promise<number> {
  const dead = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(dead, 'exit');
  return dead.pid!;
}

describeHostContract('node', async () => {
  const directory = join(await freshDirectory(), 'made', 'when missing');
  return () => openHost(directory);
});

afterEach(async () => {
  for (const directory of made.splice(0)) await rm(directory, { recursive: true, force: true });
});

describe('a node host', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await freshDirectory();
  });

  it('keeps what was set aside, and all of it from other users of the PC', async () => {
    const host = await openHost(directory);
    const used = await host.journals.setAside('torn', bytesOf('tail'));
    await host.files.write('key', bytesOf('secret'));
    const path = join(directory, 'set-aside', used);
    expect(await readFile(path, 'utf8')).toBe('tail');
    if (process.platform === 'win32') return;
    for (const file of [path, join(directory, 'files', 'key')])
      expect((await stat(file)).mode & 0o077).toBe(0);
  });

  it('leaves no temporary file behind a write, and sweeps that of a killed process', async () => {
    const host = await openHost(directory);
    await host.files.write('key', bytesOf('secret'));
    await writeFile(join(directory, 'files', `.key.${await deadPid()}.tmp`), 'half a sec');
    await openHost(directory);
    expect(await readdir(join(directory, 'files'))).toEqual(['key']);
  });

  it('lets go of journals and ownerships when it is closed', async () => {
    const host = await openHost(directory);
    await host.journals.open('a.journal');
    await host.claimOwnership('desk');
    await host.close();
    expect(await readdir(join(directory, 'locks'))).toEqual([]);
  });

  it('a lock that names no process is stale once its writer must be dead', async () => {
    const host = await openHost(directory);
    const lock = join(directory, 'locks', 'owner-desk');
    await writeFile(lock, '');
    expect(await host.claimOwnership('desk')).toBeUndefined();
    await utimes(lock, new Date(0), new Date(0));
    expect(await host.claimOwnership('desk')).toBeDefined();
  });

  it('a lock of a dead process is stale, also where processes carry no mark', async () => {
    const host = await openHost(directory);
    const content = JSON.stringify({ pid: await deadPid(), token: 'x' });
    await writeFile(join(directory, 'locks', 'owner-desk'), content);
    expect(await host.claimOwnership('desk')).toBeDefined();
  });

  it('a lock of an earlier process with the same pid is stale', async () => {
    const host = await openHost(directory);
    const content = JSON.stringify({ pid: process.ppid, mark: 'another boot/1', token: 'x' });
    await writeFile(join(directory, 'locks', 'owner-desk'), content);
    expect(await host.claimOwnership('desk')).toBeDefined();
  });

  it('a lock given back twice stays the one of who has it meanwhile', async () => {
    const [host, other] = [await openHost(directory), await openHost(directory)];
    const mine = await host.claimOwnership('desk');
    await mine?.release();
    expect(await other.claimOwnership('desk')).toBeDefined();
    await mine?.release();
    // as on Windows, where a lock carries no mark
    const lock = join(directory, 'locks', 'owner-desk');
    const { mark: _, ...content } = JSON.parse(await readFile(lock, 'utf8')) as Record<string, unknown>;
    await writeFile(lock, JSON.stringify(content));
    expect(await host.claimOwnership('desk')).toBeUndefined();
  });

  it('any other process’s lock is stale where no other process can be', async () => {
    const host = await openHost(directory);
    await writeFile(
      join(directory, 'locks', 'owner-desk'),
      JSON.stringify({ pid: process.ppid, token: 'x' }),
    );
    expect(await host.claimOwnership('desk')).toBeUndefined();
    const alone = await createNodeHost({ directory, notify: () => undefined, isOnlyProcess: true });
    expect(await alone.claimOwnership('desk')).toBeDefined();
    expect(await alone.claimOwnership('desk')).toBeUndefined();
  });

  it('counts what lies beside it, where it is told to', async () => {
    await mkdir(join(directory, 'desk'));
    await writeFile(join(directory, 'beside'), new Uint8Array(5000));
    const host = await createNodeHost({
      directory: join(directory, 'desk'),
      measured: directory,
      notify: () => undefined,
    });
    expect((await host.storage()).usedBytes).toBeGreaterThanOrEqual(5000);
  });

  it('a lock older than the boot of the PC is stale where processes carry no mark', async () => {
    const host = await openHost(directory);
    const lock = join(directory, 'locks', 'owner-desk');
    await writeFile(lock, JSON.stringify({ pid: process.ppid, token: 'x' }));
    expect(await host.claimOwnership('desk')).toBeUndefined();
    await utimes(lock, new Date(0), new Date(0));
    expect(await host.claimOwnership('desk')).toBeDefined();
  });
});

describe('another process', () => {
  const children: ChildProcess[] = [];
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
  });

  /** A process that owns the desk, has the journal open and appends numbers, saying each one after its acknowledgement. */
  async function startAppender(directory: string) {
    const script = `
      import { createNodeHost } from ${JSON.stringify(new URL('./node-host.ts', import.meta.url).href)};
      const host = await createNodeHost({ directory: ${JSON.stringify(directory)}, notify() {} });
      await host.claimOwnership('desk');
      const journal = await host.journals.open('a.journal');
      for (let n = 1; ; n += 1) {
        await journal.append(new TextEncoder().encode(n + ';'));
        console.log(n);
      }`;
    const child = spawn(process.execPath, ['--input-type=module-typescript', '--eval', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    const acknowledged: string[] = [];
    const lines = createInterface({ input: child.stdout });
    lines.on('line', (line) => acknowledged.push(line));
    await once(lines, 'line');
    return { child, acknowledged, closed: once(child, 'close') };
  }

  it('[J2] keeps journal and desk for itself while it lives; killed, it frees them and loses nothing', async () => {
    const directory = await freshDirectory();
    const { child, acknowledged, closed } = await startAppender(directory);
    const host = await openHost(directory);
    expect(await host.claimOwnership('desk')).toBeUndefined();
    await expect(host.journals.open('a.journal')).rejects.toMatchObject({ code: 'locked' });
    await expect.poll(() => acknowledged.length).toBeGreaterThan(20);

    child.kill('SIGKILL');
    await closed;
    expect(await host.claimOwnership('desk')).toBeDefined();
    const content = textOf(await (await host.journals.open('a.journal')).read()) ?? '';
    expect(content.startsWith(`${acknowledged.join(';')};`)).toBe(true);
    await host.close();
  });
});
