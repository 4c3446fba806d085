import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { blobHash } from '@amtsstube/shared/domain/blob';
import type { Dossier } from '@amtsstube/shared/domain/case';
import { ref } from '@amtsstube/shared/domain/documents';
import { caseId } from '@amtsstube/shared/domain/ids';
import { validDogAnswers } from '@amtsstube/shared/fixtures/builders';
import { berndKrueger, testTown } from '@amtsstube/shared/fixtures/test-town';
import type { Kind } from '@amtsstube/shared/operations/registry';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aPdf } from '../citizen/uploads/test-files.ts';
import { decidedNow } from '../execute/test-operation.ts';
import { handOverOf, postJson, tokenOf, townPath } from '../replication/test-desk.ts';
import { startTestTown, type TestTownServer } from '../start-server-test-town.ts';
import { eicar, hasClamd, openClamd, type TestClamd } from './test-clamd.ts';

const clean = new Uint8Array(aPdf(1));
const infected = new Uint8Array(
  Buffer.from(aPdf(1).toString('latin1').replace('%%EOF', `%%EOF\n${eicar}`), 'latin1'),
);
const { municipalityId } = testTown;
const id = caseId.parse('case-1');

describe.skipIf(!hasClamd)('files that clerks add and the real malware scanner', () => {
  let clamd: TestClamd;
  let town: TestTownServer;
  let dataDirectory: string;
  let count = 0;
  beforeAll(async () => {
    clamd = await openClamd();
  }, 60_000);
  beforeEach(async () => {
    dataDirectory = await mkdtemp(join(tmpdir(), 'amtsstube-added-'));
    await open();
    await execute('submitApplication', {
      caseId: id,
      trackingCode: 'ABCDE-FGHJK-23456',
      serviceId: testTown.serviceId,
      formVersionId: testTown.formVersionId,
      answers: validDogAnswers(),
    });
  });
  afterEach(async () => {
    await town.close();
    await rm(dataDirectory, { recursive: true, force: true });
  });
  afterAll(() => clamd?.close());

  async function open(): Promise<void> {
    town = await startTestTown({ clamd: clamd.address, dataDirectory }, { checksEveryMs: 50 });
  }

  async function execute(kind: Kind, payload: unknown): Promise<void> {
    await decidedNow(town, kind, payload, 'citizen');
  }

  const hashOf = (bytes: Uint8Array) => blobHash.parse(createHash('sha256').update(bytes).digest('hex'));

  /** By Bernd's desk, each from a journal of its own. */
  async function say(kind: 'attachFile' | 'removeAttachment', payload: object): Promise<void> {
    count += 1;
    const handedOver = handOverOf(`pc-${count}`, { kind, payload: { caseId: id, ...payload } });
    const { body } = await postJson(town.url, `${townPath}/operations`, handedOver, await tokenOf(town, 1));
    expect(body).toMatchObject({ decisions: { receipts: [{ result: { decided: 'accepted' } }] } });
  }

  const attach = (bytes: Uint8Array) =>
    say('attachFile', {
      hash: hashOf(bytes),
      name: 'Scan.pdf',
      mediaType: 'application/pdf',
      size: bytes.length,
    });
  const bring = (bytes: Uint8Array) =>
    town.blobs.put(municipalityId, hashOf(bytes), [bytes], `clerk ${berndKrueger.id}`);

  async function dossier(): Promise<Dossier> {
    const stored = await town.core.store.snapshot(municipalityId, (read) =>
      read.document(ref('dossiers', id)),
    );
    return stored?.document as Dossier;
  }
  const withheld = async () => (await dossier()).attachments?.[0]?.withheld;

  /** As Anna's desk asks for it. */
  async function download(bytes: Uint8Array): Promise<number> {
    const answer = await fetch(`${town.url}${townPath}/cases/${id}/blobs/${hashOf(bytes)}`, {
      headers: { Authorization: `Bearer ${await tokenOf(town, 0)}` },
    });
    await answer.arrayBuffer();
    return answer.status;
  }

  it('a clean one is a colleague’s at once, and stands in no dossier as waiting', async () => {
    await bring(clean);
    await attach(clean);
    expect(await download(clean)).toBe(200);
    expect(await withheld()).toBeUndefined();
  });

  it('[B1] malware is nobody’s; that it was added stays in the case, and the clerk reads what was found', async () => {
    await attach(infected);
    expect(await download(infected)).toBe(404);
    expect(await withheld()).toBeUndefined();
    await bring(infected);
    expect(await download(infected)).toBe(404);
    await expect.poll(withheld, { timeout: 20_000 }).toBe('infected');
    expect((await dossier()).events.slice(-2)).toMatchObject([
      { kind: 'fileAdded', name: 'Scan.pdf' },
      { kind: 'malwareFound', name: 'Scan.pdf' },
    ]);
    expect(await town.blobs.has(municipalityId, hashOf(infected))).toBe(true);
  });

  it('malware that is taken away and added again is found again', async () => {
    await bring(infected);
    await attach(infected);
    await expect.poll(withheld, { timeout: 20_000 }).toBe('infected');
    await say('removeAttachment', { hash: hashOf(infected), reason: 'Schadprogramm' });
    await attach(infected);
    expect(await download(infected)).toBe(404);
    await expect.poll(withheld, { timeout: 20_000 }).toBe('infected');
  });

  it.each([
    ['clean', clean, undefined, 200],
    ['malware', infected, 'infected', 404],
  ] as const)(
    'while the scanner is away %s waits, over a restart, and is looked through once it is back',
    async (_, bytes, after, status) => {
      await clamd.stop();
      await bring(bytes);
      await attach(bytes);
      expect(await download(bytes)).toBe(404);
      await expect.poll(withheld, { timeout: 20_000 }).toBe('inCheck');
      await town.close();
      await open();
      expect(await withheld()).toBe('inCheck');
      await clamd.start();
      await expect.poll(withheld, { timeout: 20_000 }).toBe(after);
      expect(await download(bytes)).toBe(status);
    },
    60_000,
  );

  it('what was added before a scanner was set is looked through before it is given', async () => {
    await town.close();
    town = await startTestTown({ dataDirectory });
    await bring(infected);
    await attach(infected);
    expect(await download(infected)).toBe(200);
    await town.close();
    await open();
    expect(await download(infected)).toBe(404);
    await expect.poll(withheld, { timeout: 20_000 }).toBe('infected');
  });
});
