import { gzipSync } from 'node:zlib';
import { caseId, opId, trackingCode } from '@amtsstube/shared/domain/ids';
import { instant } from '@amtsstube/shared/domain/time';
import { sampleApplications } from '@amtsstube/shared/fixtures/sample-applications';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { submitApplication } from '@amtsstube/shared/operations/case/submit-application';
import { type Checkpoint, changesAnswer, maximumPageSize } from '@amtsstube/shared/replication/messages';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { executeServerOperation } from '../execute/execute.ts';
import { startTestTown, type TestTownServer } from '../start-server-test-town.ts';
import { postJson, tokenOf, townPath } from './test-desk.ts';

const applications = 600;
let town: TestTownServer;
let token: string;

beforeAll(async () => {
  town = await startTestTown();
  token = await tokenOf(town, 0);
  await Promise.all(sampleApplications(applications, 17).map((answers, index) => submit(answers, index)));
});
afterAll(() => town.close());

async function submit(answers: object, index: number): Promise<void> {
  const letters = [...index.toString(8).padStart(5, '0')].map((digit) => 'ABCDEFGH'[Number(digit)]).join('');
  const { result } = await executeServerOperation(
    town.core,
    testTown.municipalityId,
    {
      opId: opId.parse(crypto.randomUUID()),
      deviceId: null,
      kind: submitApplication.kind,
      v: submitApplication.v,
      payload: {
        caseId: caseId.parse(crypto.randomUUID()),
        trackingCode: trackingCode.parse(`${letters}-FGHJK-MNPQR`),
        serviceId: testTown.serviceId,
        formVersionId: testTown.formVersionId,
        answers,
      },
      at: instant.parse('2026-11-23T08:00:00.000Z'),
    },
    { kind: 'citizen' },
  );
  expect(result).toEqual({ decided: 'accepted' });
}

async function sizesOf(collection: string): Promise<number[]> {
  const sizes: number[] = [];
  for (let checkpoint: Checkpoint | null = null, more = true; more; ) {
    const asked = { epoch: null, deviceId: 'd-1', firstOpen: 1, checkpoint, limit: maximumPageSize };
    const { body } = await postJson(town.url, `${townPath}/changes/${collection}`, asked, token);
    // as the server compresses it
    sizes.push(gzipSync(JSON.stringify(body)).length);
    const answer = changesAnswer.parse(body);
    if (answer.result !== 'page') throw new Error(`answered ${answer.result}`);
    ({ checkpoint, more } = answer);
  }
  return sizes;
}

it('[L6] pages of a town’s cases and dossiers are at most 64 KB on the line, and not many small ones', async () => {
  const [dossiers, cases] = [await sizesOf('dossiers'), await sizesOf('cases')];
  expect(dossiers.length).toBeGreaterThan(1);
  expect(dossiers[0]).toBeGreaterThan(40 * 1024);
  expect(Math.max(...dossiers, ...cases)).toBeLessThanOrEqual(64 * 1024);
});
