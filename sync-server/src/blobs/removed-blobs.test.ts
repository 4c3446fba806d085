import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BlobHash, blobHash } from '@amtsstube/shared/domain/blob';
import { caseId, opId } from '@amtsstube/shared/domain/ids';
import { instantOf } from '@amtsstube/shared/domain/time';
import { aFile, validDogAnswers } from '@amtsstube/shared/fixtures/builders';
import { annaBerger, testTown } from '@amtsstube/shared/fixtures/test-town';
import type { Kind } from '@amtsstube/shared/operations/registry';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eraseCaseFrom } from '../admin/erase-case.ts';
import { actorOf } from '../execute/actor-of.ts';
import { executeServerOperation } from '../execute/execute.ts';
import { startTestTown, type TestTownServer } from '../start-server-test-town.ts';
import { blobsIn } from './blob-store.ts';
import { eraseRemoved, keptAfterRemovalMs } from './removed-blobs.ts';

const municipality = testTown.municipalityId;
const uploader = 'clerk anna-berger';
let mirror: string;
let town: TestTownServer;
let count = 0;

beforeEach(async () => {
  mirror = await mkdtemp(join(tmpdir(), 'amtsstube-removed-'));
  town = await startTestTown({ mirrorDirectory: mirror });
  for (const [id, letter] of [
    ['case-1', 'A'],
    ['case-2', 'C'],
  ] as const)
    await execute('submitApplication', {
      caseId: id,
      trackingCode: `${letter.repeat(5)}-BBBBB-CCCCC`,
      serviceId: testTown.serviceId,
      formVersionId: testTown.formVersionId,
      answers: validDogAnswers(),
    });
});
afterEach(async () => {
  await town.close();
  await rm(mirror, { recursive: true, force: true });
});

async function execute(kind: Kind, payload: unknown): Promise<void> {
  count += 1;
  const operation = {
    opId: opId.parse(`removed-${count}`),
    deviceId: null,
    kind,
    v: 1,
    payload,
    at: town.core.now(),
  };
  const actor = kind === 'submitApplication' ? ({ kind: 'citizen' } as const) : actorOf(annaBerger);
  const { result } = await executeServerOperation(town.core, municipality, operation, actor);
  expect(result).toEqual({ decided: 'accepted' });
}

/** Brought and named by these cases. */
async function attached(...cases: readonly string[]): Promise<BlobHash> {
  const bytes = Buffer.from('somebody else’s passport');
  const hash = blobHash.parse(createHash('sha256').update(bytes).digest('hex'));
  await town.blobs.put(municipality, hash, [bytes], uploader);
  for (const id of cases) await execute('attachFile', { caseId: id, ...aFile({ hash, size: bytes.length }) });
  return hash;
}

const remove = (hash: BlobHash, id = 'case-1') =>
  execute('removeAttachment', { caseId: id, hash, reason: 'aus Versehen' });
const erase = (afterMs: number) =>
  eraseRemoved(town.core.store, town.blobs, municipality, instantOf(Date.now() + afterMs));
const later = keptAfterRemovalMs + 60_000;

describe('[B1] the bytes of a file that was taken away', () => {
  it('go a day later, here and in the mirror; what nobody took away stays', async () => {
    const hash = await attached('case-1');
    expect(await erase(later)).toBe(0);
    await remove(hash);
    expect(await erase(keptAfterRemovalMs - 60_000)).toBe(0);
    expect(await blobsIn(mirror, municipality)).toEqual([hash]);
    expect(await erase(later)).toBe(1);
    expect(await town.blobs.list(municipality)).toEqual([]);
    expect(await blobsIn(mirror, municipality)).toEqual([]);
    expect(await town.blobs.isUploader(municipality, hash, uploader)).toBe(false);
    expect(await erase(later)).toBe(0);
  });

  it('stay while another case names them, and go with the last', async () => {
    const hash = await attached('case-1', 'case-2');
    await remove(hash);
    expect(await erase(later)).toBe(0);
    await remove(hash, 'case-2');
    expect(await erase(later)).toBe(1);
  });

  it('stay where they were added again', async () => {
    const hash = await attached('case-1');
    await remove(hash);
    await execute('attachFile', { caseId: 'case-1', ...aFile({ hash }) });
    expect(await erase(later)).toBe(0);
    expect(await town.blobs.list(municipality)).toEqual([hash]);
  });

  it('stay for a day after somebody brought them for what isn’t here yet', async () => {
    const hash = await attached('case-1');
    await remove(hash);
    await town.blobs.noteBrought(municipality, hash, uploader);
    const brought = await town.blobs.lastBrought(municipality, hash);
    expect(brought).toBeGreaterThan(Date.now() - 60_000);
    const justBefore = instantOf(brought + keptAfterRemovalMs - 1000);
    expect(await eraseRemoved(town.core.store, town.blobs, municipality, justBefore)).toBe(0);
    expect(await erase(later)).toBe(1);
  });

  it('stay while somebody’s kept draft has the same', async () => {
    const hash = await attached('case-1');
    const draft = 'draft kept-behind-a-link' as const;
    await town.blobs.put(municipality, hash, [Buffer.from('somebody else’s passport')], draft);
    await remove(hash);
    const eraseExcept = (...except: (typeof draft)[]) =>
      eraseRemoved(town.core.store, town.blobs, municipality, instantOf(Date.now() + later), except);
    expect(await eraseExcept(draft)).toBe(0);
    expect(await eraseExcept()).toBe(1);
  });

  it('[S11] go at once where the case is erased before, and nobody else names them', async () => {
    const hash = await attached('case-1');
    await remove(hash);
    await eraseCaseFrom(town.core.store, municipality, caseId.parse('case-1'), town.blobs);
    expect(await town.blobs.list(municipality)).toEqual([]);
    expect(await blobsIn(mirror, municipality)).toEqual([]);
  });

  it('[S11] stay where another case names them', async () => {
    const hash = await attached('case-1', 'case-2');
    await remove(hash);
    await eraseCaseFrom(town.core.store, municipality, caseId.parse('case-1'), town.blobs);
    expect(await town.blobs.list(municipality)).toEqual([hash]);
  });
});
