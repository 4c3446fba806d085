import { createHash, randomBytes } from 'node:crypto';
import { blobHash } from '@amtsstube/shared/domain/blob';
import { departmentId, municipalityId, opId } from '@amtsstube/shared/domain/ids';
import { instant } from '@amtsstube/shared/domain/time';
import { validDogAnswers } from '@amtsstube/shared/fixtures/builders';
import { berndKrueger, testTown } from '@amtsstube/shared/fixtures/test-town';
import type { Kind } from '@amtsstube/shared/operations/registry';
import {
  type Checkpoint,
  dossierAnswer,
  type VersionedDocument,
} from '@amtsstube/shared/replication/messages';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { verifyMunicipality } from '../admin/verify-municipality.ts';
import { decidedNow } from '../execute/test-operation.ts';
import { handOverOf, postJson, tokenOf, townPath } from '../replication/test-desk.ts';
import { startTestTown, type TestTownServer } from '../start-server-test-town.ts';
import { shelveOldCases } from './shelve-cases.ts';

const caseId = 'case-of-long-ago';
const bytes = new Uint8Array(randomBytes(500));
const hash = blobHash.parse(createHash('sha256').update(bytes).digest('hex'));

let town: TestTownServer;
let bernd: string;
let n: number;

beforeEach(async () => {
  n = 0;
  town = await startTestTown();
  bernd = await tokenOf(town, 1);
  const { serviceId, formVersionId } = testTown;
  await decidedNow(
    town,
    'submitApplication',
    { caseId, trackingCode: 'ABCDE-FGHJK-23456', serviceId, formVersionId, answers: validDogAnswers() },
    'citizen',
  );
  await act('assignCase', { action: 'takeOver', caseId, word: '' });
  await act('attachFile', { caseId, hash, name: 'a.pdf', mediaType: 'application/pdf', size: bytes.length });
  await town.blobs.put(testTown.municipalityId, hash, [bytes], `clerk ${berndKrueger.id}`);
  await act('handToBody', { caseId, bodyName: 'Landkreis Musterland', word: '' });
});
afterEach(() => town.close());

async function act(kind: Kind, payload: unknown): Promise<readonly VersionedDocument[]> {
  n += 1;
  const given = { ...handOverOf('d', { n, kind, payload, opId: opId.parse(`d.${n}`) }), firstOpen: n };
  const { body } = await postJson(town.url, `${townPath}/operations`, given, bernd);
  expect(body).toMatchObject({ decisions: { receipts: [{ result: { decided: 'accepted' } }] } });
  return (body as { decisions: { documents: VersionedDocument[] } }).decisions.documents;
}

/** As if so many days had passed. */
function shelve(days: number, stopped?: AbortSignal): Promise<void> {
  const now = () => instant.parse(new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString());
  const log = pino({ level: 'silent' });
  return shelveOldCases({ core: { ...town.core, now }, log, stopped }, 365);
}

interface Page {
  readonly documents: readonly VersionedDocument[];
  readonly checkpoint: Checkpoint;
}

async function pulled(collection: string, checkpoint: Checkpoint | null = null): Promise<Page> {
  const request = { epoch: null, deviceId: 'of-bernd', firstOpen: n + 1, checkpoint, limit: 1000 };
  return (await postJson(town.url, `${townPath}/changes/${collection}`, request, bernd)).body as Page;
}

const fetched = (token: string, id = caseId, path = townPath) =>
  fetch(`${town.url}${path}/dossiers/${id}`, { headers: { Authorization: `Bearer ${token}` } });

it('a server that stops lays nothing more aside', async () => {
  await shelve(400, AbortSignal.abort());
  expect((await fetched(bernd)).status).toBe(200);
  const { documents } = await pulled('cases');
  expect(documents.map(({ document }) => document)).toContainEqual(
    expect.not.objectContaining({ isShelved: true }),
  );
});

it('[S9] desks give up the dossier of a case closed long ago, and keep the case; it is fetched by who may see it', async () => {
  const { checkpoint, documents: before } = await pulled('dossiers');
  await shelve(300);
  expect((await pulled('dossiers', checkpoint)).documents).toEqual([]);
  await shelve(366);
  const [gone] = (await pulled('dossiers', checkpoint)).documents;
  expect(gone).toEqual({ collection: 'dossiers', id: caseId, seq: expect.any(Number), document: null });
  expect((await pulled('dossiers')).documents.filter(({ document }) => document !== null)).toEqual([]);
  expect((await pulled('cases')).documents).toMatchObject([{ id: caseId, document: { isShelved: true } }]);
  const digest = await postJson(
    town.url,
    `${townPath}/digest/dossiers`,
    { epoch: null, deviceId: 'x' },
    bernd,
  );
  expect(digest.body).toMatchObject({ count: 0 });

  const response = await fetched(bernd);
  expect(response.headers.get('cache-control')).toBe('no-store');
  const { epoch, dossier } = dossierAnswer.parse(await response.json());
  expect(epoch).toBe(checkpoint.epoch);
  // as new as the tombstone the desk has: an older one would not be shown over it
  expect(dossier.seq).toBe(gone?.seq);
  expect(dossier.document).toEqual({ ...before[0]?.document, scope: `${testTown.departmentId}/rest` });
  const file = await fetch(`${town.url}${townPath}/cases/${caseId}/blobs/${hash}`, {
    headers: { Authorization: `Bearer ${bernd}` },
  });
  expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes);
  // what was laid aside once is not again
  const head = () =>
    town.core.store.snapshot(testTown.municipalityId, async (read) => (await read.head()).seq);
  const seq = await head();
  await shelve(400);
  expect(await head()).toBe(seq);
});

it('[S9] who sees nothing of the department, or is nobody here, is told as of a case that isn’t there', async () => {
  await shelve(366);
  const notThere = async (response: Response) => [response.status, await response.json()];
  expect(await notThere(await fetched(bernd, 'no-such-case'))).toEqual([404, { code: 'notFound' }]);
  expect(await notThere(await fetched(bernd, '%2e%2e%2f'))).toEqual([404, { code: 'notFound' }]);
  expect((await fetched('made-up')).status).toBe(401);
  const elsewhere = municipalityId.parse('elsewhere');
  await town.core.store.createMunicipality(elsewhere, town.core.newEpoch());
  expect((await fetched(bernd, caseId, `/api/m/${elsewhere}`)).status).toBe(403);
  const bau = departmentId.parse('bau');
  await decidedNow(town, 'putDepartment', { action: 'add', departmentId: bau, name: 'Bau' }, 'system');
  const clerks = [{ ...berndKrueger, departmentIds: [bau] }];
  await decidedNow(town, 'configureMunicipality', { settings: [], clerks }, 'system');
  expect(await notThere(await fetched(bernd))).toEqual([404, { code: 'notFound' }]);
});

it('[S9] what is done to it brings it back to every desk; quiet again, it goes again; the log replays to all of it', async () => {
  await shelve(366);
  const { checkpoint } = await pulled('dossiers');
  const told = await act('addNote', { caseId, text: 'Kam noch einmal' });
  expect(told).toMatchObject([{ document: { id: caseId } }, { document: { id: caseId } }]);
  const [back] = (await pulled('dossiers', checkpoint)).documents;
  expect(back?.document).toMatchObject({ scope: `${testTown.departmentId}/active` });
  await shelve(366);
  expect((await pulled('dossiers')).documents.filter(({ document }) => document !== null)).toEqual([]);
  const verified = await town.core.store.snapshot(testTown.municipalityId, verifyMunicipality);
  expect(verified).toMatchObject({ ok: true });
});
