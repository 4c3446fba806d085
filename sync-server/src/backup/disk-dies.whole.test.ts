import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { opId } from '@amtsstube/shared/domain/ids';
import { aCase, validDogAnswers } from '@amtsstube/shared/fixtures/builders';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { operationsAnswer } from '@amtsstube/shared/replication/messages';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { verify } from '../admin/verify.ts';
import { executeServerOperation } from '../execute/execute.ts';
import { postJson, tokenOf, townPath } from '../replication/test-desk.ts';
import { startTestTown } from '../start-server-test-town.ts';
import { openSqliteStore } from '../store/sqlite-store.ts';
import { backupCommand } from './backup-command.ts';
import { restoreCommand } from './restore-command.ts';

const town = testTown.municipalityId;
let place: string;
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'amtsstube-disk-'));
});
afterEach(() => rm(place, { recursive: true, force: true }));

it('[S7] the first disk dies under load: everything acknowledged is in what backup and mirror restore', {
  timeout: 120_000,
}, async () => {
  const [data, mirror, backup, restored] = ['data', 'mirror', 'backup', 'restored'].map((name) =>
    join(place, name),
  ) as [string, string, string, string];
  const token = await setUp(data, mirror);
  const server = await startProgram({ AMTSSTUBE_DATA: data, AMTSSTUBE_MIRROR: mirror });
  // written by the clients alone, and only once an answer has come
  const acknowledged = new Map<string, string>();
  const desks = Array.from({ length: 6 }, (_, index) =>
    writeUntilDead(server.url, token, `desk-${index}`, acknowledged),
  );
  const atLeast = (count: number) =>
    expect.poll(() => acknowledged.size, { timeout: 60_000 }).toBeGreaterThan(count);

  await atLeast(150);
  const inBackup = await backupCommand([data, backup], new Date());
  expect(inBackup.join()).toContain('is whole');
  await atLeast(acknowledged.size + 150);
  await rm(data, { recursive: true });
  // the process goes on with its open files, as it would on a disk that is about to fail
  await atLeast(acknowledged.size + 50);
  server.child.kill('SIGKILL');
  await Promise.all(desks);

  const said: string[] = [];
  expect(
    await restoreCommand([backup, mirror, restored], new Date(), (line) => said.push(line)),
    said.join('\n'),
  ).toBe(true);
  const store = await openSqliteStore({ directory: restored });
  const texts = await store.snapshot(town, async (read) => {
    const found = new Map<string, string>();
    for (const id of acknowledged.keys()) {
      const payload = (await read.payload(opId.parse(id))) as { text: string } | undefined;
      found.set(id, payload?.text ?? 'LOST');
    }
    return found;
  });
  await store.close();
  expect(texts).toEqual(acknowledged);

  // and work goes on there: another epoch, and a desk hears how far this server knows it
  const next = await startProgram({ AMTSSTUBE_DATA: restored, AMTSSTUBE_MIRROR: mirror });
  const asked = { epoch: 'epoch-of-before', deviceId: 'desk-0', firstOpen: 1, operations: [] };
  const answer = operationsAnswer.parse(
    (await postJson(next.url, `${townPath}/operations`, asked, token)).body,
  );
  const ofDesk = [...acknowledged.keys()].filter((id) => id.startsWith('desk-0.'));
  expect(answer).toMatchObject({ result: 'otherEpoch' });
  expect(answer.result === 'otherEpoch' && answer.lastN).toBeGreaterThanOrEqual(ofDesk.length);
  next.child.kill('SIGTERM');
  await next.ended;
  expect(await verify(restored, (line) => said.push(line)), said.join('\n')).toBe(true);
});

/** The test town with one case, and a clerk's session. */
async function setUp(dataDirectory: string, mirrorDirectory: string): Promise<string> {
  await mkdir(dataDirectory);
  await mkdir(mirrorDirectory);
  const server = await startTestTown({ dataDirectory, mirrorDirectory });
  const application = {
    caseId: aCase().id,
    trackingCode: 'ABCDE-FGHJK-MNPQR',
    serviceId: testTown.serviceId,
    formVersionId: testTown.formVersionId,
    answers: validDogAnswers(),
  };
  const operation = {
    opId: opId.parse('application'),
    deviceId: null,
    kind: 'submitApplication',
    v: 1,
    payload: application,
    at: server.core.now(),
  };
  await executeServerOperation(server.core, town, operation, { kind: 'citizen' });
  const token = await tokenOf(server, 0);
  await server.close();
  return token;
}

async function startProgram(environment: Record<string, string>) {
  const main = join(import.meta.dirname, '..', 'main.ts');
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env['PATH'], AMTSSTUBE_PORT: '0', AMTSSTUBE_LOG_LEVEL: 'error', ...environment },
  });
  let output = '';
  child.stdout.on('data', (part) => (output += part));
  child.stderr.on('data', (part) => (output += part));
  const ended = new Promise((resolve) => child.on('exit', resolve));
  await expect.poll(() => output, { timeout: 20_000 }).toContain('Amtsstube server at http://');
  return { child, ended, url: /http:\/\/\S+/.exec(output)?.[0] ?? '' };
}

/** A desk that hands over three notes at a time, in order, until nobody answers any more. */
async function writeUntilDead(
  url: string,
  token: string,
  desk: string,
  acknowledged: Map<string, string>,
): Promise<void> {
  for (let first = 1; ; first += 3) {
    const operations = [first, first + 1, first + 2].map((n) => ({
      opId: `${desk}.${n}`,
      deviceId: desk,
      n,
      kind: 'addNote',
      v: 1,
      payload: { caseId: aCase().id, text: `${desk} notiert ${n}` },
      at: '2026-11-23T08:00:00.000Z',
    }));
    const request = { epoch: null, deviceId: desk, firstOpen: first, operations };
    const answered = await postJson(url, `${townPath}/operations`, request, token).catch(() => undefined);
    if (answered === undefined) return;
    const answer = operationsAnswer.parse(answered.body);
    if (answer.result !== 'decided' || answer.decisions.receipts.length !== 3)
      throw new Error(`${desk}: ${JSON.stringify(answer)}`);
    for (const { opId: id, n } of answer.decisions.receipts) acknowledged.set(id, `${desk} notiert ${n}`);
  }
}
