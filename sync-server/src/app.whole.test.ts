import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instantOf } from '@amtsstube/shared/domain/time';
import { validDogAnswers } from '@amtsstube/shared/fixtures/builders';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assetPath } from './citizen/citizen-assets.ts';
import { asTyped, formPath, openPage, send, shownIn, ticketIn } from './citizen/test-browser.ts';
import { parseConfig } from './config.ts';
import { handOverOf, postJson, tokenOf, townPath } from './replication/test-desk.ts';
import { startServer } from './start-server.ts';
import { startTestTown, type TestTownServer } from './start-server-test-town.ts';
import { createMemoryStore } from './store/memory-store.ts';
import { StoreUnavailable } from './store/store.ts';

let town: TestTownServer;
let isDiskFull = false;
let commits = 0;
let passed = 0;

beforeAll(async () => {
  const store = createMemoryStore({
    beforeCommit: () => {
      commits += 1;
      if (isDiskFull) throw new StoreUnavailable('disk full');
    },
  });
  town = await startTestTown({}, { store, now: () => instantOf(Date.now() + passed) });
});
afterAll(() => town.close());

describe('a server whose disk is full', () => {
  it('[S3] keeps what a citizen typed, and takes it once the disk has room', async () => {
    const ticket = ticketIn((await openPage(town.url, formPath)).html);
    const fields = { ...asTyped(validDogAnswers()), _ticket: ticket };
    isDiskFull = true;
    const failed = await send(town.url, formPath, fields);
    expect(failed.status).toBe(503);
    expect(failed.html).toContain('konnte gerade nicht gespeichert werden');
    expect(shownIn(failed.html, 'dogName')).toBe('Bello');
    isDiskFull = false;
    expect((await send(town.url, formPath, { ...fields, _ticket: ticketIn(failed.html) })).status).toBe(303);
  });

  it('[S3] tells a desk "not now", and /ready that it can’t write', async () => {
    const token = await tokenOf(town, 0);
    isDiskFull = true;
    const handed = await postJson(town.url, `${townPath}/operations`, handOverOf('d-1'), token);
    expect([handed.status, handed.body]).toEqual([
      200,
      expect.objectContaining({
        notNow: { n: 1, cause: 'storage' },
        decisions: { receipts: [], documents: [] },
      }),
    ]);
    const ready = await fetch(`${town.url}/ready`);
    expect([ready.status, await ready.json()]).toEqual([503, { code: 'unavailable' }]);
    expect((await fetch(`${town.url}/health`)).status).toBe(200);
    isDiskFull = false;
    passed += 5000;
    expect((await fetch(`${town.url}/ready`)).status).toBe(200);
  });
});

describe('/ready', () => {
  it('looks at the databases once in five seconds, however many ask', async () => {
    passed += 5000;
    const before = commits;
    const asked = await Promise.all(Array.from({ length: 20 }, () => fetch(`${town.url}/ready`)));
    expect(new Set(asked.map(({ status }) => status))).toEqual(new Set([200]));
    expect(commits - before).toBe(1);

    isDiskFull = true;
    passed += 5000;
    const failed = await fetch(`${town.url}/ready`);
    isDiskFull = false;
    expect([failed.status, (await fetch(`${town.url}/ready`)).status]).toEqual([503, 503]);
    expect(commits - before).toBe(2);
    passed += 5000;
    expect((await fetch(`${town.url}/ready`)).status).toBe(200);
  });
});

describe('another site', () => {
  it.each(['/api/sign-in', `${townPath}/operations`, `${townPath}/hints`, formPath, '/desk/', '/health'])(
    'is told by %s that it may read nothing',
    async (path) => {
      const headers = {
        Origin: 'https://boese.example',
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'authorization,content-type',
      };
      for (const method of ['OPTIONS', 'GET']) {
        const answer = await fetch(town.url + path, { method, headers });
        const allowed = [...answer.headers.keys()].filter((name) => name.startsWith('access-control-'));
        expect([method, allowed]).toEqual([method, []]);
      }
    },
  );
});

describe('a redirect that leads to a receipt or a case', () => {
  it('is kept by nobody: its address is as good as the page', async () => {
    const ticket = ticketIn((await openPage(town.url, formPath)).html);
    const sent = await send(town.url, formPath, { ...asTyped(validDogAnswers()), _ticket: ticket });
    expect([sent.status, sent.headers.get('cache-control')]).toEqual([
      303,
      expect.stringContaining('no-store'),
    ]);
    const receipt = await openPage(town.url, sent.headers.get('location') ?? '');
    const code = /class="tracking-code">([^<]+)</.exec(receipt.html)?.[1] ?? '';
    const asked = await send(town.url, '/m/musterstadt/status', { code });
    expect([asked.status, asked.headers.get('cache-control')]).toEqual([
      303,
      expect.stringContaining('no-store'),
    ]);
  });
});

describe('a server whose second disk is not there', () => {
  const started: TestTownServer[] = [];
  let place: string;
  beforeAll(async () => {
    place = await mkdtemp(join(tmpdir(), 'amtsstube-second-'));
  });
  afterAll(async () => {
    for (const server of started) await server.close();
    await rm(place, { recursive: true, force: true });
  });

  /** A town that was set up with its mirror, started again after the second disk went. */
  async function startedWithout(mirrorMode: 'beforeAnswer' | 'withinASecond') {
    const [dataDirectory, mirrorDirectory] = [join(place, mirrorMode), join(place, `${mirrorMode}-mirror`)];
    for (const directory of [dataDirectory, mirrorDirectory]) await mkdir(directory);
    const config = { dataDirectory, mirrorDirectory, mirrorMode };
    await (await startTestTown(config)).close();
    await rename(mirrorDirectory, `${mirrorDirectory}.away`);
    const said: string[] = [];
    const log = pino({ level: 'error' }, { write: (line: string) => void said.push(line) });
    // its operations are decided already, so that setting up needs no second disk
    const parsed = parseConfig({
      AMTSSTUBE_DATA: dataDirectory,
      AMTSSTUBE_PORT: '0',
      AMTSSTUBE_LOG_LEVEL: 'silent',
    });
    if (!parsed.ok) throw new Error(parsed.sentence);
    const server = { ...(await startServer({ ...parsed.config, ...config }, { log })), dataDirectory };
    started.push(server);
    const ready = async () => {
      const answer = await fetch(`${server.url}/ready`);
      return [answer.status, await answer.json()] as const;
    };
    return { server, said, ready, back: () => rename(`${mirrorDirectory}.away`, mirrorDirectory) };
  }

  it('[S3] that answers wait for: it starts, says so, takes nothing, and goes on when the disk is back', async () => {
    const { server, said, ready, back } = await startedWithout('beforeAnswer');
    expect(said.join()).toContain('does not exist');
    expect(await ready()).toEqual([503, { code: 'unavailable' }]);
    const token = await tokenOf(server, 0);
    const handed = await postJson(server.url, `${townPath}/operations`, handOverOf('d-1'), token);
    expect(handed.body).toMatchObject({ notNow: { n: 1, cause: 'storage' }, decisions: { receipts: [] } });
    await back();
    await expect.poll(ready, { timeout: 10_000 }).toEqual([200, { state: 'ready', mirror: 'ok' }]);
    const again = await postJson(server.url, `${townPath}/operations`, handOverOf('d-1'), token);
    expect(again.body).toMatchObject({ notNow: null, decisions: { receipts: [{ n: 1 }] } });
  });

  it('[S7] that follows within a second: it starts, says so, works on, and is filled when the disk is back', async () => {
    const { server, ready, back } = await startedWithout('withinASecond');
    const handed = await postJson(
      server.url,
      `${townPath}/operations`,
      handOverOf('d-1'),
      await tokenOf(server, 0),
    );
    expect(handed.body).toMatchObject({ notNow: null, decisions: { receipts: [{ n: 1 }] } });
    expect(await ready()).toEqual([200, { state: 'ready', mirror: 'behind' }]);
    await back();
    await expect.poll(ready, { timeout: 10_000 }).toEqual([200, { state: 'ready', mirror: 'ok' }]);
  });
});

describe('the files of the pages', () => {
  it('come from here, compressed and typed, and never from above their folder', async () => {
    for (const [path, type] of [
      [assetPath('site.css'), 'text/css'],
      [assetPath('fonts/fira-sans-latin-400-normal.woff2'), 'font/woff2'],
      [assetPath('citizen.js'), 'text/javascript'],
      // of a page from before the server was renewed
      ['/assets/0/citizen.js', 'text/javascript'],
    ] as const) {
      const file = await fetch(town.url + path);
      expect([path, file.status, file.headers.get('content-type')?.split(';')[0]]).toEqual([path, 200, type]);
    }
    for (const path of [
      '/assets/..%2fpackage.json',
      '/assets/0/..%2f..%2fpackage.json',
      '/desk/..%2fpackage.json',
    ]) {
      expect((await fetch(town.url + path)).status).not.toBe(200);
    }
  });
});
