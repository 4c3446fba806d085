import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BlobHash, blobHash } from '@amtsstube/shared/domain/blob';
import { opId } from '@amtsstube/shared/domain/ids';
import { aFile, validDogAnswers } from '@amtsstube/shared/fixtures/builders';
import { annaBerger, testTown } from '@amtsstube/shared/fixtures/test-town';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { administer } from '../admin/admin.ts';
import { verify } from '../admin/verify.ts';
import { blobPath } from '../blobs/blob-paths.ts';
import { blobsIn } from '../blobs/blob-store.ts';
import { KeptDrafts, openDraftsDatabase } from '../citizen/kept-drafts.ts';
import { draftIdOf, newFormTicket, uploaderOf } from '../citizen/tickets.ts';
import { parseConfig } from '../config.ts';
import { actorOf } from '../execute/actor-of.ts';
import { executeServerOperation } from '../execute/execute.ts';
import { startTestTown, type TestTownServer } from '../start-server-test-town.ts';
import { backupCommand } from './backup-command.ts';
import { restoreCommand } from './restore-command.ts';

const town = testTown.municipalityId;
const now = new Date('2026-11-26T18:00:00Z');
let place: string;
let running: TestTownServer;
const at = (name: string) => join(place, name);

beforeEach(async () => {
  isStopped = false;
  place = await mkdtemp(join(tmpdir(), 'amtsstube-blobs-restore-'));
  await mkdir(at('data'));
  await mkdir(at('mirror'));
  running = await startTestTown({ dataDirectory: at('data'), mirrorDirectory: at('mirror') });
});
afterEach(async () => {
  await stop();
  await rm(place, { recursive: true, force: true });
});

let isStopped = false;
async function stop(): Promise<void> {
  if (!isStopped) await running.close();
  isStopped = true;
}

let count = 0;
async function execute(kind: 'submitApplication' | 'attachFile', payload: unknown): Promise<void> {
  count += 1;
  const operation = {
    opId: opId.parse(`blobs-${count}`),
    deviceId: null,
    kind,
    v: 1,
    payload,
    at: running.core.now(),
  };
  const actor = kind === 'attachFile' ? actorOf(annaBerger) : ({ kind: 'citizen' } as const);
  const { result } = await executeServerOperation(running.core, town, operation, actor);
  expect(result).toEqual({ decided: 'accepted' });
}

async function applied(caseId: string, letter: string): Promise<void> {
  await execute('submitApplication', {
    caseId,
    trackingCode: `${letter.repeat(5)}-BBBBB-CCCCC`,
    serviceId: testTown.serviceId,
    formVersionId: testTown.formVersionId,
    answers: validDogAnswers(),
  });
}

/** A file of a case; `isHere`: its bytes too. */
async function attached(caseId: string, content: string, isHere = true): Promise<BlobHash> {
  const bytes = Buffer.from(content);
  const hash = blobHash.parse(createHash('sha256').update(bytes).digest('hex'));
  if (isHere) await running.blobs.put(town, hash, [bytes], 'clerk anna-berger');
  await execute('attachFile', { caseId, ...aFile({ hash, size: bytes.length }) });
  return hash;
}

async function proof(directory: string): Promise<{ isProved: boolean; said: string }> {
  const lines: string[] = [];
  const isProved = await verify(directory, (line) => lines.push(line));
  return { isProved, said: lines.join('\n') };
}

it('[S7] [B1] files come back from the backup, and from the mirror what came after it', async () => {
  await applied('case-1', 'A');
  const before = await attached('case-1', 'before the backup');
  await backupCommand([at('data'), at('backup')], now);
  const after = await attached('case-1', 'after the backup');
  await stop();
  await rm(at('data'), { recursive: true });
  const lines: string[] = [];
  expect(
    await restoreCommand([at('backup'), at('mirror'), at('restored')], now, (line) => lines.push(line)),
  ).toBe(true);
  expect(lines.join('\n')).toContain('2 files, 0 damaged, 0 named and not here (yet)');
  expect(await blobsIn(at('restored'), town)).toEqual([before, after].toSorted());
  expect(await readFile(join(at('restored'), blobPath(town, after)), 'utf8')).toBe('after the backup');
});

function withDrafts<T>(directory: string, act: (drafts: KeptDrafts) => T): T {
  const database = openDraftsDatabase(directory);
  try {
    return act(new KeptDrafts(database, running.core.now));
  } finally {
    database.close();
  }
}

/** After the server is gone: `restored` runs in place of it. */
async function restoredTown(): Promise<TestTownServer> {
  await stop();
  await rm(at('data'), { recursive: true });
  expect(await restoreCommand([at('backup'), at('mirror'), at('restored')], now, () => undefined)).toBe(true);
  running = await startTestTown({ dataDirectory: at('restored') });
  isStopped = false;
  return running;
}

it('[S7] [B1] who brought a file comes back: a kept draft claims it, and a colleague reads what was named', async () => {
  await applied('case-1', 'A');
  const named = await attached('case-1', 'of a clerk');
  const bytes = Buffer.from('of a citizen who goes on later');
  const drafts = ['draft before', 'draft after'] as const;
  const kept = blobHash.parse(createHash('sha256').update(bytes).digest('hex'));
  await running.blobs.put(town, kept, [bytes], drafts[0]);
  await backupCommand([at('data'), at('backup')], now);
  await running.blobs.put(town, kept, [bytes], drafts[1]);
  const { blobs } = await restoredTown();
  for (const draft of drafts) expect(await blobs.claim(town, kept, draft)).toBe(true);
  expect(await blobs.claim(town, kept, 'draft of somebody else')).toBe(false);
  expect(await blobs.isUploader(town, named, 'clerk anna-berger')).toBe(true);
  expect(await blobs.isUploader(town, named, 'clerk bernd-krueger')).toBe(false);
});

it('[S7] what a citizen left off with after the backup comes back from the mirror, with its files', async () => {
  await applied('case-1', 'A');
  await backupCommand([at('data'), at('backup')], now);
  const bytes = Buffer.from('of a citizen who goes on later');
  const kept = blobHash.parse(createHash('sha256').update(bytes).digest('hex'));
  const ticket = newFormTicket(town, testTown.serviceId, testTown.formVersionId, running.core.now());
  await running.blobs.put(town, kept, [bytes], uploaderOf(ticket));
  const link = withDrafts(at('data'), (drafts) =>
    drafts.keep(draftIdOf(ticket.caseId), { ticket, typed: [['dogName', 'Strolch']] }),
  );
  const { blobs } = await restoredTown();
  expect(await blobs.claim(town, kept, uploaderOf(ticket))).toBe(true);
  const found = withDrafts(at('restored'), (drafts) => drafts.find(link?.token ?? ''));
  expect(found?.typed).toEqual([['dogName', 'Strolch']]);
});

it('[S11] an erasure takes no kept draft’s file along in a restore', async () => {
  await applied('case-1', 'A');
  const bytes = Buffer.from('of a citizen who goes on later');
  const kept = blobHash.parse(createHash('sha256').update(bytes).digest('hex'));
  const ticket = newFormTicket(town, testTown.serviceId, testTown.formVersionId, running.core.now());
  await running.blobs.put(town, kept, [bytes], uploaderOf(ticket));
  withDrafts(at('data'), (drafts) => drafts.keep(draftIdOf(ticket.caseId), { ticket, typed: [] }));
  const config = parseConfig({ AMTSSTUBE_DATA: at('data'), AMTSSTUBE_MIRROR: at('mirror') });
  if (!config.ok) throw new Error(config.sentence);
  await stop();
  await administer(['erase-case', '--municipality', town, '--case', 'case-1'], config.config);
  await backupCommand([at('data'), at('backup')], now);
  const { blobs } = await restoredTown();
  expect(await blobs.claim(town, kept, uploaderOf(ticket))).toBe(true);
});

it('[B1] verify tells what is damaged, which is an alarm, from what is still on a desk, which is none', async () => {
  await applied('case-1', 'A');
  const hash = await attached('case-1', 'whole');
  await attached('case-1', 'still on a desk', false);
  expect(await proof(at('data'))).toMatchObject({
    isProved: true,
    said: expect.stringContaining('1 files, 0 damaged, 1 named and not here (yet)'),
  });
  await writeFile(join(at('data'), blobPath(town, hash)), 'whole?');
  expect(await proof(at('data'))).toMatchObject({
    isProved: false,
    said: expect.stringContaining(`FILE DAMAGED: ${hash}, of case case-1`),
  });
});

it('[S11] erasing a case erases its files here and in the mirror, but none that another case has too', async () => {
  await applied('case-1', 'A');
  await applied('case-2', 'D');
  await attached('case-1', 'of this case alone');
  const shared = await attached('case-1', 'of both');
  await attached('case-2', 'of both');
  await backupCommand([at('data'), at('backup')], now);
  await stop();
  const config = parseConfig({ AMTSSTUBE_DATA: at('data'), AMTSSTUBE_MIRROR: at('mirror') });
  if (!config.ok) throw new Error(config.sentence);
  await administer(['erase-case', '--municipality', town, '--case', 'case-1'], config.config);
  for (const root of [at('data'), at('mirror')]) expect(await blobsIn(root, town), root).toEqual([shared]);
  await restoreCommand([at('backup'), at('mirror'), at('restored')], now, () => undefined);
  expect(await blobsIn(at('restored'), town)).toEqual([shared]);
});
