import { createHash, randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type BlobHash, blobHash } from '@amtsstube/shared/domain/blob';
import type { ClerkId } from '@amtsstube/shared/domain/ids';
import { departmentId, municipalityId } from '@amtsstube/shared/domain/ids';
import { instantOf } from '@amtsstube/shared/domain/time';
import { validDogAnswers } from '@amtsstube/shared/fixtures/builders';
import { annaBerger, berndKrueger, testTown } from '@amtsstube/shared/fixtures/test-town';
import type { Kind } from '@amtsstube/shared/operations/registry';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decidedNow } from '../execute/test-operation.ts';
import { handOverOf, postJson, tokenOf, townPath } from '../replication/test-desk.ts';
import { startTestTown, type TestTownServer } from '../start-server-test-town.ts';
import { markPath, marksPath } from './blob-paths.ts';
import { completeMarks } from './complete-marks.ts';

const bytes = new Uint8Array(randomBytes(5_000));
const hash = blobHash.parse(createHash('sha256').update(bytes).digest('hex'));
const secret = 'case-of-another-department';
const hers = 'case-of-hers';

let town: TestTownServer;
let anna: string;
let bernd: string;
let count = 0;

beforeEach(async () => {
  town = await startTestTown();
  anna = await tokenOf(town, 0);
  bernd = await tokenOf(town, 1);
  await apply(secret, 'ABCDE-FGHJK-23456');
  await apply(hers, 'ABCDE-FGHJK-34567');
});
afterEach(() => town.close());

async function execute(kind: Kind, payload: unknown, actor: 'citizen' | 'system' = 'system') {
  const result = await decidedNow(town, kind, payload, actor);
  expect(result).toEqual({ decided: 'accepted' });
}

function apply(id: string, trackingCode: string): Promise<void> {
  const { serviceId, formVersionId } = testTown;
  const answers = validDogAnswers();
  return execute(
    'submitApplication',
    { caseId: id, trackingCode, serviceId, formVersionId, answers },
    'citizen',
  );
}

/** By a program of the clerk's own: whatever she likes, under a journal of its own. */
async function attach(token: string, on: string, named: BlobHash = hash): Promise<void> {
  count += 1;
  const payload = {
    caseId: on,
    hash: named,
    name: 'a.pdf',
    mediaType: 'application/pdf',
    size: bytes.length,
  };
  const handedOver = handOverOf(`pc-${count}`, { kind: 'attachFile', payload });
  const { body } = await postJson(town.url, `${townPath}/operations`, handedOver, token);
  expect(body).toMatchObject({ decisions: { receipts: [{ result: { decided: 'accepted' } }] } });
}

const bring = (by: ClerkId) => town.blobs.put(testTown.municipalityId, hash, [bytes], `clerk ${by}`);

/** The file, or why it isn't given. */
async function read(token: string, on: string, method = 'GET'): Promise<string> {
  const answer = await fetch(`${town.url}${townPath}/cases/${on}/blobs/${hash}`, {
    method,
    headers: { Authorization: `Bearer ${token}` },
  });
  if (answer.ok) {
    if (method === 'GET') expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
    return 'here';
  }
  return method === 'GET' ? ((await answer.json()) as { code: string }).code : String(answer.status);
}

/** From now on Bernd sees nothing of what he saw. */
async function moveBernd(): Promise<void> {
  const bau = departmentId.parse('bau');
  await execute('putDepartment', { action: 'add', departmentId: bau, name: 'Bau' });
  const clerks = [{ ...berndKrueger, departmentIds: [bau] }];
  await execute('configureMunicipality', { settings: [], clerks });
}

describe('[B1] against a desk that names what it never had', () => {
  it('a hash is named, and nothing is read, until she brings these very bytes', async () => {
    await bring(annaBerger.id);
    await attach(bernd, hers);
    expect([await read(bernd, hers), await read(anna, hers)]).toEqual(['blobExpected', 'here']);
    expect(await read(bernd, hers, 'HEAD')).toBe('404');
    await bring(berndKrueger.id);
    expect([await read(bernd, hers), await read(anna, hers)]).toEqual(['here', 'here']);
  });

  it('what she saw once and sees no longer is not hers by naming it', async () => {
    await bring(annaBerger.id);
    await attach(anna, secret);
    expect(await read(bernd, secret)).toBe('here');
    await attach(bernd, hers);
    await moveBernd();
    expect(await read(bernd, secret)).toBe('notFound');
    // nor by a colleague who still sees it, and asks for it only to read it
    expect(await read(anna, hers)).toBe('here');
    await execute('configureMunicipality', { settings: [], clerks: [berndKrueger] });
    expect(await read(bernd, hers)).toBe('blobExpected');
  });

  it('what lies in another town is nobody’s here, by naming it or by having brought it there', async () => {
    const elsewhere = municipalityId.parse('elsewhere');
    await town.core.store.createMunicipality(elsewhere, town.core.newEpoch());
    for (const by of [annaBerger.id, berndKrueger.id])
      await town.blobs.put(elsewhere, hash, [bytes], `clerk ${by}`);
    await attach(bernd, hers);
    expect([await read(bernd, hers), await read(anna, hers)]).toEqual(['blobExpected', 'blobExpected']);
    await bring(annaBerger.id);
    expect(await read(bernd, hers)).toBe('blobExpected');
  });

  it('what one case withholds, none gives, also to who brought it', async () => {
    await bring(annaBerger.id);
    await attach(anna, secret);
    await attach(bernd, hers);
    await bring(berndKrueger.id);
    expect(await read(bernd, hers)).toBe('here');
    await execute('recordScan', { caseId: secret, hash, verdict: 'infected' });
    for (const token of [anna, bernd])
      for (const on of [secret, hers]) expect(await read(token, on)).toBe('notFound');
  });

  it('what was withheld by a case that is gone is no longer', async () => {
    await bring(annaBerger.id);
    await attach(anna, secret);
    await attach(anna, hers);
    await execute('recordScan', { caseId: secret, hash, verdict: 'infected' });
    expect(await read(anna, hers)).toBe('notFound');
    await execute('eraseCase', { caseId: secret, trackingCode: null, erased: [], kept: [] });
    expect(await read(anna, hers)).toBe('here');
  });
});

describe('[B1] what clerks named and others brought', () => {
  it('is there for all who see the case, once a colleague’s desk has brought it for this case', async () => {
    await attach(anna, hers);
    await bring(berndKrueger.id);
    expect([await read(anna, hers), await read(bernd, hers)]).toEqual(['blobExpected', 'here']);
    expect(await read(bernd, hers, 'HEAD')).toBe('here');
    expect(await read(anna, hers)).toBe('here');
  });

  it('stays readable where an older program did not ask who brought it, or forgot it in a restore', async () => {
    const later = instantOf(Date.now() + 60_000);
    await attach(anna, hers);
    await bring(berndKrueger.id);
    await rm(join(town.dataDirectory, marksPath(testTown.municipalityId)), { recursive: true });
    expect(await read(anna, hers)).toBe('blobExpected');
    await completeMarks(town.core.store, town.blobs, testTown.municipalityId, later);
    expect(await read(anna, hers)).toBe('here');
    // once: from then on each naming is held against who brought it
    await rm(join(town.dataDirectory, markPath(testTown.municipalityId, hash, `clerk ${annaBerger.id}`)));
    await completeMarks(town.core.store, town.blobs, testTown.municipalityId, later);
    expect(await read(anna, hers)).toBe('blobExpected');
  });
});
