import { spawn, spawnSync } from 'node:child_process';
import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deviceId } from '@amtsstube/shared/domain/ids';
import { validDogAnswers } from '@amtsstube/shared/fixtures/builders';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asTyped, formPath, openPage, send, ticketIn } from './citizen/test-browser.ts';
import { handOverOf, postJson, tokenOf, townPath } from './replication/test-desk.ts';
import { startTestTown } from './start-server-test-town.ts';
import { openSqliteStore } from './store/sqlite-store.ts';
import type { Store } from './store/store.ts';

const main = fileURLToPath(new URL('main.ts', import.meta.url));
let directory = '';

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'amtsstube-start-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

function program(
  environment: Record<string, string>,
  as: { readonly uid?: number; readonly gid?: number } = {},
) {
  const env = { PATH: process.env['PATH'], ...environment };
  const child = spawn(process.execPath, [main], { env, ...as });
  let output = '';
  child.stdout.on('data', (part) => (output += part));
  child.stderr.on('data', (part) => (output += part));
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  return { child, ended, output: () => output };
}

describe('the server as a program', () => {
  it.each([
    ['no data directory', {}, 'AMTSSTUBE_DATA'],
    ['a data directory that isn’t there', { AMTSSTUBE_DATA: '/nowhere/at/all' }, 'AMTSSTUBE_DATA'],
    ['an unknown setting', { AMTSSTUBE_DATA: tmpdir(), AMTSSTUBE_PROT: '80' }, 'AMTSSTUBE_PROT'],
    ['a file as data directory', { AMTSSTUBE_DATA: main }, `${main} (AMTSSTUBE_DATA) is a file`],
    ['a file on the way to it', { AMTSSTUBE_DATA: join(main, 'data') }, 'AMTSSTUBE_DATA'],
    ['a bad port', { AMTSSTUBE_DATA: tmpdir(), AMTSSTUBE_PORT: 'eighty' }, 'AMTSSTUBE_PORT'],
  ])('%s: one line that names the setting, and 1', async (_name, environment, named) => {
    const { ended, output } = program(environment);
    expect(await ended).toBe(1);
    expect(output()).toContain(named);
    expect(output().trimEnd()).not.toContain('\n');
  });

  it('a data directory that may not be written: one line, and 1', async ({ skip }) => {
    if (process.platform === 'win32') skip('Windows has no such modes');
    // root may write everywhere: then the program runs as nobody, if nobody may read the program
    const isRoot = process.getuid?.() === 0;
    const nobody = { uid: 65_534, gid: 65_534 };
    const canRun = !isRoot || spawnSync(process.execPath, ['--check', main], nobody).status === 0;
    if (!canRun) return skip('root runs this test, and nobody else may read the program');
    await chmod(directory, 0o555);
    const { ended, output } = program(
      { AMTSSTUBE_DATA: directory, AMTSSTUBE_PORT: '0' },
      isRoot ? nobody : {},
    );
    expect(await ended).toBe(1);
    expect(output()).toBe(`The data directory ${directory} (AMTSSTUBE_DATA) can't be written.\n`);
  });

  it.each(['server.lock', 'secrets.json', 'accounts.sqlite'])(
    'a damaged %s: one line that names it and no other server, and 1',
    async (name) => {
      await writeFile(join(directory, name), 'x'.repeat(5000));
      const { ended, output } = program({
        AMTSSTUBE_DATA: directory,
        AMTSSTUBE_PORT: '0',
        // without the warning that there is no second disk
        AMTSSTUBE_LOG_LEVEL: 'error',
      });
      expect(await ended).toBe(1);
      expect(output()).toContain(join(directory, name));
      expect(output()).not.toContain('Another server');
      expect(output().trimEnd()).not.toContain('\n');
    },
  );

  it('a used port: one line, and 1', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const port = String((other.address() as AddressInfo).port);
    const { ended, output } = program({
      AMTSSTUBE_DATA: directory,
      AMTSSTUBE_PORT: port,
      AMTSSTUBE_LOG_LEVEL: 'error',
    });
    expect(await ended).toBe(1);
    expect(output()).toBe(`Port ${port} (AMTSSTUBE_PORT) is used by another program.\n`);
    other.close();
  });

  it('a data directory another server works with: one line, and 1; free again when that one has stopped', async () => {
    const first = await startTestTown({ dataDirectory: directory });
    const environment = { AMTSSTUBE_DATA: directory, AMTSSTUBE_PORT: '0', AMTSSTUBE_LOG_LEVEL: 'error' };
    const second = program(environment);
    expect(await second.ended).toBe(1);
    expect(second.output()).toBe(
      `Another server works with the data directory ${directory} (AMTSSTUBE_DATA) already.\n`,
    );
    await first.close();
    await (await startTestTown({ dataDirectory: directory })).close();
  });

  it('starts, answers, and stops on SIGTERM with 0; its secrets are its owner’s only', async ({ skip }) => {
    if (process.platform === 'win32') skip('Windows has neither SIGTERM nor such modes');
    const { child, ended, output } = program({ AMTSSTUBE_DATA: directory, AMTSSTUBE_PORT: '0' });
    await expect.poll(output, { timeout: 10_000 }).toContain('Amtsstube server at http://');
    const url = /http:\/\/\S+/.exec(output())?.[0] ?? '';
    expect((await fetch(`${url}/ready`)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    for (const file of ['secrets.json', 'accounts.sqlite']) {
      expect(((await stat(join(directory, file))).mode & 0o077).toString(8)).toBe('0');
    }
  });
});

describe('a running server', () => {
  it('keeps sessions and open forms over a restart', async () => {
    const first = await startTestTown({ dataDirectory: directory });
    const token = await tokenOf(first, 0);
    const ticket = ticketIn((await openPage(first.url, formPath)).html);
    await first.close();
    const second = await startTestTown({ dataDirectory: directory });
    const asked = {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    };
    const body = JSON.stringify({ epoch: null, deviceId: 'd-1' });
    expect((await fetch(`${second.url}/api/m/musterstadt/digest/cases`, { ...asked, body })).status).toBe(
      200,
    );
    expect(
      (await send(second.url, formPath, { ...asTyped(validDogAnswers()), _ticket: ticket })).status,
    ).toBe(303);
    await second.close();
  });

  it('that is stopped answers what is under way, and only then closes its database', async () => {
    const gate = {
      isShut: false,
      reached: Promise.withResolvers<void>(),
      opened: Promise.withResolvers<void>(),
    };
    const store = await openSqliteStore({ directory });
    let isClosed = false;
    const slow: Store = {
      ...store,
      transact: async (municipality, f) => {
        if (gate.isShut) {
          gate.reached.resolve();
          await gate.opened.promise;
        }
        return store.transact(municipality, f);
      },
      close: async () => {
        isClosed = true;
        await store.close();
      },
    };
    const town = await startTestTown({ dataDirectory: directory }, { store: slow });
    const token = await tokenOf(town, 1);
    gate.isShut = true;
    const asked = postJson(town.url, `${townPath}/operations`, handOverOf('d-1'), token);
    await gate.reached.promise;
    const stopped = town.close();
    await expect(fetch(`${town.url}/health`)).rejects.toThrow();
    expect(isClosed).toBe(false);
    gate.opened.resolve();
    const { status, body } = await asked;
    expect([status, body]).toMatchObject([200, { decisions: { receipts: [{ n: 1 }] } }]);
    await stopped;
    expect(isClosed).toBe(true);
    const again = await startTestTown({ dataDirectory: directory });
    const device = await again.core.store.snapshot(testTown.municipalityId, (read) =>
      read.device(deviceId.parse('d-1')),
    );
    expect(device?.lastN).toBe(1);
    await again.close();
  });

  it('serves the desk with its own rules, and says how to build one that is missing', async () => {
    const town = await startTestTown({}, { deskDirectory: join(directory, 'none') });
    const answer = await fetch(`${town.url}/desk/`);
    expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('npm run build')]);
    const policy = answer.headers.get('content-security-policy');
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'/);
    await town.close();
  });
});
