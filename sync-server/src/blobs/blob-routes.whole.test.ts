import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { type BlobHash, blobHash } from '@amtsstube/shared/domain/blob';
import { departmentId, opId } from '@amtsstube/shared/domain/ids';
import { instant } from '@amtsstube/shared/domain/time';
import { validDogAnswers } from '@amtsstube/shared/fixtures/builders';
import { berndKrueger, testTown } from '@amtsstube/shared/fixtures/test-town';
import type { Kind } from '@amtsstube/shared/operations/registry';
import { Upload } from 'tus-js-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { executeServerOperation } from '../execute/execute.ts';
import { handOverOf, postJson, tokenOf, townPath } from '../replication/test-desk.ts';
import { startTestTown, type TestTownServer } from '../start-server-test-town.ts';

const caseId = 'case-of-the-test';
const file = new Uint8Array(randomBytes(300_000));
const hash = hashOf(file);

let town: TestTownServer;
let anna: string;
let bernd: string;

beforeEach(async () => {
  town = await startTestTown();
  anna = await tokenOf(town, 0);
  bernd = await tokenOf(town, 1);
  await execute('submitApplication', {
    caseId,
    trackingCode: 'ABCDE-FGHJK-23456',
    serviceId: testTown.serviceId,
    formVersionId: testTown.formVersionId,
    answers: validDogAnswers(),
  });
});
afterEach(() => town.close());

function hashOf(bytes: Uint8Array): BlobHash {
  return blobHash.parse(createHash('sha256').update(bytes).digest('hex'));
}

async function execute(kind: Kind, payload: unknown, actor: 'citizen' | 'system' = 'citizen'): Promise<void> {
  const operation = {
    opId: opId.parse(`test.${kind}`),
    deviceId: null,
    kind,
    v: 1,
    payload,
    at: instant.parse('2026-11-23T08:00:00.000Z'),
  };
  const decided = await executeServerOperation(town.core, testTown.municipalityId, operation, {
    kind: actor,
  });
  expect(decided.result).toEqual({ decided: 'accepted' });
}

/** Bernd names the file, whether its bytes are here or not. */
async function attach(named: BlobHash = hash): Promise<void> {
  const payload = {
    caseId,
    hash: named,
    name: 'Grundriß 1.pdf',
    mediaType: 'application/pdf',
    size: file.length,
  };
  const { body } = await postJson(
    town.url,
    `${townPath}/operations`,
    handOverOf('pc-bernd', { kind: 'attachFile', payload }),
    bernd,
  );
  expect(body).toMatchObject({ decisions: { receipts: [{ result: { decided: 'accepted' } }] } });
}

interface Asked {
  readonly method: string;
  readonly token?: string;
  readonly headers?: Record<string, string>;
  readonly body?: Uint8Array<ArrayBuffer>;
}

async function ask(path: string, { method, token = bernd, headers = {}, body }: Asked) {
  const answer = await fetch(`${town.url}${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, ...headers },
    ...(body === undefined ? {} : { body }),
  });
  return {
    status: answer.status,
    headers: answer.headers,
    bytes: new Uint8Array(await answer.arrayBuffer()),
  };
}

const tus = { 'Tus-Resumable': '1.0.0' };
const uploadPath = (of: BlobHash = hash) => `${townPath}/uploads/${of}`;
const begin = (of: BlobHash = hash, length = file.length, token = bernd) =>
  ask(`${townPath}/uploads`, {
    method: 'POST',
    token,
    headers: { ...tus, 'Upload-Length': String(length), 'Upload-Metadata': `hash ${btoa(of)}` },
  });
const append = (offset: number, body: Uint8Array, of: BlobHash = hash, token = bernd) =>
  ask(uploadPath(of), {
    method: 'PATCH',
    token,
    headers: { ...tus, 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream' },
    body: new Uint8Array(body),
  });
const offsetOf = async (of: BlobHash = hash, token = bernd) => {
  const { status, headers } = await ask(uploadPath(of), { method: 'HEAD', token, headers: tus });
  return status === 200 ? Number(headers.get('upload-offset')) : status;
};
const download = (token = bernd, headers = {}, on = caseId, of: BlobHash = hash) =>
  ask(`${townPath}/cases/${on}/blobs/${of}`, { method: 'GET', token, headers });
const codeIn = (bytes: Uint8Array) => (JSON.parse(new TextDecoder().decode(bytes)) as { code: string }).code;

async function bring(): Promise<void> {
  expect((await begin()).status).toBe(201);
  expect((await append(0, file)).status).toBe(204);
}

describe('an upload', () => {
  it('[B1] by a foreign tus client, cut in the middle, goes on where it stopped and arrives whole', async () => {
    let sent = 0;
    const upload = (until?: number) =>
      new Promise<'cut' | 'done'>((resolve, reject) => {
        const running = new Upload(Buffer.from(file), {
          endpoint: `${town.url}${townPath}/uploads`,
          uploadUrl: until === undefined ? `${town.url}${uploadPath()}` : null,
          metadata: { hash },
          headers: { Authorization: `Bearer ${bernd}` },
          chunkSize: 50_000,
          retryDelays: null,
          onError: reject,
          onSuccess: () => resolve('done'),
          onChunkComplete: (size, accepted) => {
            sent += size;
            if (until !== undefined && accepted >= until) void running.abort().then(() => resolve('cut'));
          },
        });
        running.start();
      });
    expect(await upload(150_000)).toBe('cut');
    expect(await upload()).toBe('done');
    expect(sent).toBe(file.length);
    await attach();
    expect(hashOf((await download()).bytes)).toBe(hash);
  });

  it('[B1] keeps what came before the line broke, and whoever asks next ends the request it left behind', async () => {
    await begin();
    const sending = httpRequest(`${town.url}${uploadPath()}`, {
      method: 'PATCH',
      headers: {
        ...tus,
        Authorization: `Bearer ${bernd}`,
        'Upload-Offset': '0',
        'Content-Type': 'application/offset+octet-stream',
        'Content-Length': String(file.length),
      },
    });
    sending.on('error', () => undefined);
    sending.write(file.subarray(0, 100_000));
    // the server has read what is there once the next request ended this one; nothing of it is lost
    await once(sending, 'socket');
    await expect.poll(() => offsetOf(), { timeout: 10_000 }).toBeGreaterThan(0);
    sending.destroy();
    const kept = await offsetOf();
    expect(kept).toBeLessThanOrEqual(100_000);
    expect((await append(kept, file.slice(kept))).status).toBe(204);
    expect(await stored()).toEqual([hash]);
  });

  it('of bytes that hash to another name is thrown away, and can be begun anew', async () => {
    await begin();
    const wrong = file.slice();
    wrong[7] = (wrong[7] ?? 0) ^ 1;
    const answer = await append(0, wrong);
    expect([answer.status, codeIn(answer.bytes)]).toEqual([422, 'blobDamaged']);
    expect(await offsetOf()).toBe(404);
    await bring();
    expect(await offsetOf()).toBe(file.length);
  });

  it('[B1] that is repeated is a no-op; the second time nothing is sent', async () => {
    await bring();
    expect((await begin()).status).toBe(201);
    expect(await offsetOf()).toBe(file.length);
    expect(await stored()).toEqual([hash]);
  });

  it('[B1] by another clerk has to bring the bytes again, and they lie here once', async () => {
    await bring();
    expect(await offsetOf(hash, anna)).toBe(404);
    expect((await begin(hash, file.length, anna)).status).toBe(201);
    expect(await offsetOf(hash, anna)).toBe(0);
    expect((await append(0, file, hash, anna)).status).toBe(204);
    expect(await stored()).toEqual([hash]);
  });

  it.each<[string, () => Promise<{ status: number; bytes: Uint8Array }>, number, string]>([
    ['at another offset', () => append(5, file.slice(0, 5)), 409, 'otherOffset'],
    ['of more bytes than were said', () => append(0, new Uint8Array(300_001)), 413, 'tooLarge'],
    ['never begun', () => append(0, file, hashOf(new Uint8Array([1]))), 404, 'notFound'],
    ['of more than 25 MB', () => begin(hash, 25 * 1024 * 1024 + 1), 413, 'tooLarge'],
    ['of nothing', () => begin(hash, 0), 400, 'malformedRequest'],
    ['under no hash', () => begin('../../x' as BlobHash), 400, 'malformedRequest'],
    ['without a session', () => begin(hash, file.length, 'nobody'), 401, 'notSignedIn'],
    [
      'by another version of tus',
      () => ask(`${townPath}/uploads`, { method: 'POST' }),
      400,
      'malformedRequest',
    ],
  ])('%s is refused', async (_, attempt, status, code) => {
    await begin();
    const answer = await attempt();
    expect([answer.status, codeIn(answer.bytes)]).toEqual([status, code]);
  });
});

describe('[J7] with the right a clerk left for her colleagues', () => {
  const under = `${townPath}/hand-over`;
  async function rightOfBernd(): Promise<string> {
    const { body } = await postJson(
      town.url,
      `${townPath}/hand-over-credential`,
      { deviceId: 'pc-bernd' },
      bernd,
    );
    return (body as { token: string }).token;
  }
  const bringWith = async (token: string) => {
    const begun = await ask(`${under}/uploads`, {
      method: 'POST',
      token,
      headers: { ...tus, 'Upload-Length': String(file.length), 'Upload-Metadata': `hash ${btoa(hash)}` },
    });
    const sent = await ask(`${under}/uploads/${hash}`, {
      method: 'PATCH',
      token,
      headers: { ...tus, 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream' },
      body: file,
    });
    return [begun.status, sent.status];
  };
  const headOf = async (token: string, on = caseId) =>
    (await ask(`${under}/cases/${on}/blobs/${hash}`, { method: 'HEAD', token })).status;

  it('her files are brought, as hers, and nothing is read', async () => {
    await attach();
    const right = await rightOfBernd();
    expect(await headOf(right)).toBe(404);
    expect(await bringWith(right)).toEqual([201, 204]);
    expect(await offsetOf()).toBe(file.length);
    expect(await headOf(right)).toBe(200);
    expect(await headOf(right, 'case-2' as never)).toBe(404);
    for (const path of [
      `${under}/cases/${caseId}/blobs/${hash}`,
      `${townPath}/cases/${caseId}/blobs/${hash}`,
    ])
      expect((await ask(path, { method: 'GET', token: right })).bytes.length).toBeLessThan(500);
    expect(hashOf((await download()).bytes)).toBe(hash);
  });

  it('is another one than a session, and ends with the device', async () => {
    expect(await bringWith(bernd)).toEqual([401, 401]);
    const right = await rightOfBernd();
    expect(await headOf(bernd)).toBe(401);
    for (const { workstationId } of town.workstations.list(testTown.municipalityId))
      town.workstations.revoke(testTown.municipalityId, workstationId);
    expect(await bringWith(right)).toEqual([401, 401]);
    expect(await town.blobs.list(testTown.municipalityId)).toEqual([]);
  });
});

describe('a download', () => {
  it('[B1] is for whoever sees a dossier that names it, and for nobody by the hash alone', async () => {
    await bring();
    expect((await download()).status).toBe(404);
    await attach();
    for (const token of [anna, bernd]) expect(hashOf((await download(token)).bytes)).toBe(hash);
    const ofOtherBytes = await download(bernd, {}, caseId, hashOf(new Uint8Array([1])));
    expect([ofOtherBytes.status, codeIn(ofOtherBytes.bytes)]).toEqual([404, 'notFound']);
    expect((await download(bernd, {}, 'another-case')).status).toBe(404);
    expect((await download('nobody')).status).toBe(401);
  });

  it('[S9] is not for who no longer sees the case', async () => {
    await bring();
    await attach();
    const bau = departmentId.parse('bau');
    await execute('putDepartment', { action: 'add', departmentId: bau, name: 'Bau' }, 'system');
    const clerks = [{ ...berndKrueger, departmentIds: [bau] }];
    await execute('configureMunicipality', { settings: [], clerks }, 'system');
    expect((await download(bernd)).status).toBe(404);
    expect((await download(anna)).status).toBe(200);
  });

  it('of bytes that are still on another desk says so', async () => {
    await attach();
    const { status, bytes } = await download();
    expect([status, codeIn(bytes)]).toEqual([404, 'blobExpected']);
  });

  it('goes on from where it stopped', async () => {
    await bring();
    await attach();
    const { status, bytes, headers } = await download(bernd, { Range: 'bytes=250000-' });
    expect(status).toBe(206);
    expect(headers.get('content-range')).toBe(`bytes 250000-299999/${file.length}`);
    expect(bytes).toEqual(file.slice(250_000));
  });

  it('is kept by nobody on the way and run by no browser', async () => {
    await bring();
    await attach();
    const { headers } = await download();
    expect(headers.get('cache-control')).toContain('no-store');
    expect(headers.get('content-security-policy')).toContain('sandbox');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-type')).toContain('application/pdf');
    expect(headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''Grundri%C3%9F%201.pdf");
  });
});

async function stored(): Promise<readonly string[]> {
  const names = await readdir(join(town.dataDirectory, 'blobs', testTown.municipalityId), {
    recursive: true,
  });
  return names.map((name) => name.slice(-64)).filter((name) => blobHash.safeParse(name).success);
}
