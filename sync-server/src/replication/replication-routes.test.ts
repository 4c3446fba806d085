import { municipalityId } from '@amtsstube/shared/domain/ids';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { changesAnswer, digestAnswer, operationsAnswer } from '@amtsstube/shared/replication/messages';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestTown, type TestTownServer } from '../start-server-test-town.ts';
import { handOverOf, post, postJson, tokenOf, townPath } from './test-desk.ts';

let town: TestTownServer;
let anna = '';
let bernd = '';

beforeAll(async () => {
  town = await startTestTown();
  [anna, bernd] = [await tokenOf(town, 0), await tokenOf(town, 1)];
});
afterAll(() => town.close());

async function head() {
  return town.core.store.snapshot(testTown.municipalityId, (read) => read.head());
}

describe('the API of a desk', () => {
  it('answers in the wire format', async () => {
    const handed = await postJson(town.url, `${townPath}/operations`, handOverOf('d-1'), anna);
    expect(handed.status).toBe(200);
    const receipts = operationsAnswer.parse(handed.body);
    expect(receipts).toMatchObject({ result: 'decided', decisions: { receipts: [{ n: 1, opId: 'd-1.1' }] } });
    const asked = { epoch: null, deviceId: 'd-1', firstOpen: 1, checkpoint: null, limit: 100 };
    const page = await postJson(town.url, `${townPath}/changes/settings`, asked, anna);
    expect(changesAnswer.parse(page.body)).toMatchObject({ result: 'page', documents: { length: 4 } });
    const digest = await postJson(
      town.url,
      `${townPath}/digest/settings`,
      { epoch: null, deviceId: 'd-1' },
      anna,
    );
    expect(digestAnswer.parse(digest.body)).toMatchObject({ result: 'digest', count: 4 });
    expect(digest.headers.get('cache-control')).toBe('no-store');
    expect(digest.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  const valid = JSON.stringify(handOverOf('d-4'));
  it.each<[string, string | Uint8Array<ArrayBuffer>, string, number, object]>([
    ['broken JSON', '{"epoch":', 'application/json', 400, { code: 'malformedRequest', where: 'body' }],
    [
      'broken UTF-8',
      new Uint8Array([0x22, 0xff, 0xfe, 0x22]),
      'application/json',
      400,
      { code: 'malformedRequest', where: 'body' },
    ],
    ['no body', '', 'application/json', 400, { code: 'malformedRequest', where: 'body' }],
    ['another type', valid, 'text/plain', 400, { code: 'malformedRequest', where: 'content-type' }],
    [
      'another charset',
      valid,
      'application/json; charset=utf-16',
      400,
      { code: 'malformedRequest', where: 'content-type' },
    ],
    ['too much', JSON.stringify({ a: 'x'.repeat(2_200_000) }), 'application/json', 413, { code: 'tooLarge' }],
    [
      'an unknown member',
      valid.replace('{', '{"actor":"lead",'),
      'application/json',
      400,
      { code: 'malformedRequest', where: '' },
    ],
    [
      'a wrong n',
      valid.replace('"n":1', '"n":"1"'),
      'application/json',
      400,
      { code: 'malformedRequest', where: 'operations.0.n' },
    ],
    ['a list', '[]', 'application/json', 400, { code: 'malformedRequest', where: '' }],
  ])('%s is refused and nothing stored', async (_name, body, type, status, problem) => {
    const before = await head();
    const answer = await post(town.url, `${townPath}/operations`, body, anna, type);
    expect([answer.status, answer.body]).toEqual([status, problem]);
    expect(await head()).toEqual(before);
  });

  it('[S9] without a session nothing is read or stored', async () => {
    const before = await head();
    for (const path of ['operations', 'changes/cases', 'digest/cases']) {
      const answer = await postJson(town.url, `${townPath}/${path}`, handOverOf('d-5'));
      expect([answer.status, answer.body]).toEqual([401, { code: 'notSignedIn' }]);
    }
    expect((await fetch(`${town.url}${townPath}/hints`)).status).toBe(401);
    expect(await head()).toEqual(before);
  });

  it('[S9] the session of one municipality opens no other, whether it exists or not', async () => {
    const other = municipalityId.parse('nebenstadt');
    await town.core.store.createMunicipality(other, town.core.newEpoch());
    for (const path of ['/api/m/nebenstadt', '/api/m/keinestadt', '/api/m/Musterstadt']) {
      const answer = await postJson(town.url, `${path}/operations`, handOverOf('d-6'), anna);
      expect([answer.status, answer.body]).toEqual([403, { code: 'wrongMunicipality' }]);
      const hints = await fetch(`${town.url}${path}/hints`, { headers: { Authorization: `Bearer ${anna}` } });
      expect(hints.status).toBe(403);
    }
    expect((await town.core.store.snapshot(other, (read) => read.head())).seq).toBe(0);
  });

  it('[J7] another clerk can’t hand over or read with a journal that isn’t hers', async () => {
    await postJson(town.url, `${townPath}/operations`, handOverOf('d-7'), anna);
    const before = await head();
    const handed = await postJson(town.url, `${townPath}/operations`, handOverOf('d-7'), bernd);
    expect([handed.status, handed.body]).toEqual([403, { code: 'foreignDevice' }]);
    const read = await postJson(
      town.url,
      `${townPath}/digest/cases`,
      { epoch: null, deviceId: 'd-7' },
      bernd,
    );
    expect([read.status, read.body]).toEqual([403, { code: 'foreignDevice' }]);
    expect(await head()).toEqual(before);
  });

  it('collections that never leave the server look like none', async () => {
    const asked = { epoch: null, deviceId: 'd-1', firstOpen: 1, checkpoint: null, limit: 10 };
    for (const collection of ['trackings', 'sequences', 'nothing', '__proto__', '%2e%2e']) {
      const answer = await postJson(town.url, `${townPath}/changes/${collection}`, asked, anna);
      expect([answer.status, answer.body]).toEqual([404, { code: 'notFound' }]);
    }
  });

  it('what doesn’t exist is a problem in the API and a page elsewhere, and bad encoding no crash', async () => {
    expect(await (await fetch(`${town.url}/api/nothing`)).json()).toEqual({ code: 'notFound' });
    const page = await fetch(`${town.url}/nothing`);
    expect([page.status, await page.text()]).toEqual([
      404,
      expect.stringContaining('Diese Seite gibt es nicht'),
    ]);
    for (const path of ['/m/%ff/', '/m/musterstadt/status/%E0%A4%A', '/m/a%00b/', '/api/m/%ff/operations']) {
      const answer = await fetch(town.url + path);
      expect([400, 401, 404]).toContain(answer.status);
      expect(await answer.text()).not.toMatch(/node_modules|\.ts:\d/);
    }
  });

  it('health and readiness', async () => {
    expect(await (await fetch(`${town.url}/health`)).json()).toEqual({ state: 'ok' });
    expect(await (await fetch(`${town.url}/ready`)).json()).toEqual({ state: 'ready', mirror: 'off' });
  });
});
