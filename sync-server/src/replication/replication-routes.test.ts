import { caseId, departmentId, municipalityId, opId } from '@amtsstube/shared/domain/ids';
import { activeScope } from '@amtsstube/shared/domain/scope';
import { aCase, aDossier } from '@amtsstube/shared/fixtures/builders';
import { testTown, testTownConfiguration } from '@amtsstube/shared/fixtures/test-town';
import { maximumOperationBytes, maximumPayloadDepth } from '@amtsstube/shared/operations/operation';
import { changesAnswer, digestAnswer, operationsAnswer } from '@amtsstube/shared/replication/messages';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestTown, type TestTownServer } from '../start-server-test-town.ts';
import { type Answer, handOverOf, post, postJson, tokenOf, townPath } from './test-desk.ts';

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

/** What is sent, as which type, and how it is refused. */
type Row = [string, string | Uint8Array<ArrayBuffer>, string, number, object];

function receiptsIn({ body }: Answer) {
  const answer = operationsAnswer.parse(body);
  return answer.result === 'decided' ? answer.decisions.receipts : [];
}
const settingsCount = testTownConfiguration.settings.length;

describe('the API of a desk', () => {
  it('answers in the wire format', async () => {
    const handed = await postJson(town.url, `${townPath}/operations`, handOverOf('d-1'), anna);
    expect(handed.status).toBe(200);
    const receipts = operationsAnswer.parse(handed.body);
    expect(receipts).toMatchObject({ result: 'decided', decisions: { receipts: [{ n: 1, opId: 'd-1.1' }] } });
    const asked = { epoch: null, deviceId: 'd-1', firstOpen: 1, checkpoint: null, limit: 100 };
    const page = await postJson(town.url, `${townPath}/changes/settings`, asked, anna);
    expect(changesAnswer.parse(page.body)).toMatchObject({
      result: 'page',
      documents: { length: settingsCount },
    });
    const digest = await postJson(
      town.url,
      `${townPath}/digest/settings`,
      { epoch: null, deviceId: 'd-1' },
      anna,
    );
    expect(digestAnswer.parse(digest.body)).toMatchObject({ result: 'digest', count: settingsCount });
    expect(digest.headers.get('cache-control')).toBe('no-store');
    expect(digest.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  const valid = JSON.stringify(handOverOf('d-4'));
  const withPayload = (payload: string) => valid.replace(/"payload":\{[^}]*\}/, `"payload":${payload}`);
  it.each<Row>([
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
    [
      '[J8] an operation of more than 256 KB',
      withPayload(`{"caseId":"case-1","text":"${'x'.repeat(maximumOperationBytes)}"}`),
      'application/json',
      413,
      { code: 'tooLarge', where: 'operations.0' },
    ],
    [
      '[J8] one that only its umlauts make too big',
      withPayload(`{"caseId":"case-1","text":"${'ä'.repeat(maximumOperationBytes / 2)}"}`),
      'application/json',
      413,
      { code: 'tooLarge', where: 'operations.0' },
    ],
    ...[maximumPayloadDepth + 1, 60_000].map(
      (depth): Row => [
        `a payload nested ${depth} deep`,
        withPayload('['.repeat(depth) + ']'.repeat(depth)),
        'application/json',
        400,
        { code: 'malformedRequest', where: 'operations.0.payload' },
      ],
    ),
    ['a list', '[]', 'application/json', 400, { code: 'malformedRequest', where: '' }],
  ])('%s is refused and nothing stored', async (_name, body, type, status, problem) => {
    const before = await head();
    const answer = await post(town.url, `${townPath}/operations`, body, anna, type);
    expect([answer.status, answer.body]).toEqual([status, problem]);
    expect(await head()).toEqual(before);
  });

  it('[J8] [S3] an operation just small and shallow enough is decided, whatever is in it', async () => {
    const depth = maximumPayloadDepth - 1;
    const payload = { deep: JSON.parse('['.repeat(depth) + ']'.repeat(depth)), long: '' };
    const without = JSON.stringify(handOverOf('d-8', { payload }).operations[0]).length;
    const fitting = handOverOf('d-8', {
      payload: { ...payload, long: 'x'.repeat(maximumOperationBytes - without) },
    });
    const answer = await postJson(town.url, `${townPath}/operations`, fitting, anna);
    expect(answer.body).toMatchObject({
      decisions: { receipts: [{ result: { decided: 'refused', reason: { code: 'malformed' } } }] },
    });
  });

  it('[S2] an operation sent again gets its first receipt, and is decided once', async () => {
    const sent = handOverOf('d-9');
    const first = await postJson(town.url, `${townPath}/operations`, sent, anna);
    const before = await head();
    const again = await postJson(town.url, `${townPath}/operations`, sent, anna);
    expect(receiptsIn(again)).toEqual(receiptsIn(first));
    expect(receiptsIn(again)).toHaveLength(1);
    expect(await head()).toEqual(before);

    const other = handOverOf('d-9', { payload: { caseId: 'case-1', text: 'ein anderer Text' } });
    const changed = await postJson(town.url, `${townPath}/operations`, other, anna);
    expect(receiptsIn(changed)).toMatchObject([{ n: 1, result: { decided: 'alreadyReceived' } }]);
    expect(await head()).toEqual(before);
  });

  it('[S2] an operation that comes before its turn is not stored; the answer says which is wanted', async () => {
    await postJson(town.url, `${townPath}/operations`, handOverOf('d-10'), anna);
    const before = await head();
    const third = handOverOf('d-10', { n: 3, opId: opId.parse('d-10.3') });
    const early = await postJson(town.url, `${townPath}/operations`, third, anna);
    expect(early.body).toMatchObject({ result: 'decided', expect: 2, counterReused: false });
    expect(receiptsIn(early).map(({ n }) => n)).toEqual([1]);
    expect(await head()).toEqual(before);

    const reused = handOverOf('d-10', { opId: opId.parse('d-10.other') });
    const late = await postJson(town.url, `${townPath}/operations`, reused, anna);
    expect(late.body).toMatchObject({ expect: null, counterReused: true });
    expect(await head()).toEqual(before);
  });

  it('[S9] a note on another department’s case is refused, and nothing of the case comes back', async () => {
    const foreign = activeScope(departmentId.parse('bauamt'));
    const given = { id: caseId.parse('case-bau'), scope: foreign };
    await town.core.store.transact(testTown.municipalityId, async (tx) => {
      const { seq } = await tx.head();
      const common = { id: given.id, scope: foreign, seq };
      const document = aCase({ ...given, departmentId: departmentId.parse('bauamt') });
      await tx.putDocument({ ...common, collection: 'cases', document });
      await tx.putDocument({ ...common, collection: 'dossiers', document: aDossier(given) });
    });
    const note = handOverOf('d-11', { payload: { caseId: 'case-bau', text: 'Was ist das?' } });
    const handed = await postJson(town.url, `${townPath}/operations`, note, bernd);
    expect(receiptsIn(handed)).toMatchObject([
      { result: { decided: 'refused', reason: { code: 'notAllowed' } } },
    ]);
    expect(JSON.stringify(handed.body)).not.toContain('Mustermann');
    const asked = { epoch: null, deviceId: 'd-11', firstOpen: 1, checkpoint: null, limit: 100 };
    const page = await postJson(town.url, `${townPath}/changes/cases`, asked, bernd);
    expect(JSON.stringify(page.body)).not.toContain('case-bau');
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
