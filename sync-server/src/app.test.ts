import { instantOf } from '@amtsstube/shared/domain/time';
import { validDogAnswers } from '@amtsstube/shared/fixtures/builders';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asTyped, formPath, openPage, send, shownIn, ticketIn } from './citizen/test-browser.ts';
import { handOverOf, postJson, tokenOf, townPath } from './replication/test-desk.ts';
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

describe('the files of the pages', () => {
  it('come from here, compressed and typed, and never from above their folder', async () => {
    for (const [path, type] of [
      ['/assets/kern/kern.min.css', 'text/css'],
      ['/assets/kern/fonts/fira-sans/FiraSans-Regular.woff2', 'font/woff2'],
      ['/assets/citizen.css', 'text/css'],
      ['/assets/citizen.js', 'text/javascript'],
    ] as const) {
      const file = await fetch(town.url + path);
      expect([path, file.status, file.headers.get('content-type')?.split(';')[0]]).toEqual([path, 200, type]);
    }
    for (const path of [
      '/assets/..%2fpackage.json',
      '/assets/kern/..%2f..%2fpackage.json',
      '/desk/..%2fpackage.json',
    ]) {
      expect((await fetch(town.url + path)).status).not.toBe(200);
    }
  });
});
