import { caseId, trackingCode } from '@amtsstube/shared/domain/ids';
import { annaBerger, testTown } from '@amtsstube/shared/fixtures/test-town';
import { maximumOperationBytes } from '@amtsstube/shared/operations/operation';
import { operationKinds } from '@amtsstube/shared/operations/registry';
import { firstValueFrom } from 'rxjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MemoryCacheDisk, openMemoryStorage } from '../cache/memory-storage.ts';
import { createDesk, type OpenedDesk } from '../create-desk.ts';
import type { Answered, Transport } from '../sync/transport.ts';
import { TestPc, textsOf } from './test-journal.ts';

const offline: Answered<never> = { ok: false, failure: 'network' };
const noLine: Transport = {
  handOver: async () => offline,
  changes: async () => offline,
  digest: async () => offline,
  hints: async () => 'network',
};

let pc: TestPc;
let desk: OpenedDesk;

async function openDesk(): Promise<OpenedDesk> {
  const { id: clerkId, role, departmentIds } = annaBerger;
  return createDesk({
    actor: { kind: 'clerk', clerkId, role, departmentIds },
    journal: await pc.open(),
    storage: openMemoryStorage(new MemoryCacheDisk()),
    transport: noLine,
    environment: pc.environment,
  });
}

beforeEach(async () => {
  pc = new TestPc();
  // ids of one length, so that sizes can be compared
  for (let used = 0; used < 10; used += 1) pc.environment.newId();
  desk = await openDesk();
});
afterEach(() => desk.close());

const note = (text: string) => desk.do('addNote', { caseId: caseId.parse('case-1'), text });
const outbox = async () => textsOf((await firstValueFrom(desk.outbox$)).map(({ operation }) => operation));

describe('[J2] "gespeichert"', () => {
  it('is said once it is on disk: a power cut right after it takes nothing', async () => {
    expect(await note('eins')).toMatchObject({ result: 'saved' });
    await restartAfterPowerCut();
    expect(await outbox()).toEqual(['eins']);
  });

  it.each([
    ['quotaExceeded', 'quotaExceeded'],
    ['io', 'journalUnwritable'],
    ['unavailable', 'journalUnwritable'],
  ] as const)(
    'is not said on %s: notSaved because %s, nothing waits, and the next one is saved',
    async (code, because) => {
      pc.disk.failNext('write', code, 20);
      expect(await note('nicht')).toEqual({ result: 'notSaved', because });
      expect(await outbox()).toEqual([]);
      expect(await note('eins')).toMatchObject({ result: 'saved' });
      await restartAfterPowerCut();
      expect(await outbox()).toEqual(['eins']);
    },
  );

  it('is not said while the disk is full, and is again when there is room', async () => {
    pc.disk.quotaBytes = pc.disk.usedBytes();
    for (let tries = 0; tries < 2; tries += 1) {
      expect(await note('nicht')).toEqual({ result: 'notSaved', because: 'quotaExceeded' });
    }
    pc.disk.quotaBytes = undefined;
    expect(await note('eins')).toMatchObject({ result: 'saved' });
    expect(await outbox()).toEqual(['eins']);
  });

  it('is not said while a failed write can’t be cut back', async () => {
    pc.disk.failNext('write', 'io', 20);
    for (let tries = 0; tries < 2; tries += 1) pc.disk.failNext('truncate');
    for (let tries = 0; tries < 2; tries += 1) {
      expect(await note('nicht')).toEqual({ result: 'notSaved', because: 'journalUnwritable' });
    }
    await restartAfterPowerCut();
    expect(await note('eins')).toMatchObject({ result: 'saved' });
    expect(await outbox()).toEqual(['eins']);
  });
});

describe('[J8] the size of an operation', () => {
  it.each([
    [0, 'saved'],
    [1, 'tooLarge'],
    [100_000, 'tooLarge'],
  ] as const)('256 KB and %d bytes: %s, checked before anything is written', async (more, expected) => {
    const before = await pc.bytes();
    const result = await desk.do('submitApplication', applicationOf(maximumOperationBytes + more));
    if (expected === 'saved') {
      expect(result).toMatchObject({ result: 'saved' });
      expect((await pc.bytes()).length).toBeGreaterThan(before.length + maximumOperationBytes);
    } else {
      expect(result).toEqual({ result: 'notSaved', because: 'tooLarge' });
      expect(await pc.bytes()).toEqual(before);
    }
  });

  it('counts bytes, not characters', async () => {
    const { answers, ...rest } = applicationOf(maximumOperationBytes);
    const umlaut = { ...rest, answers: { ...answers, field0: `ä${String(answers['field0']).slice(1)}` } };
    expect(await desk.do('submitApplication', umlaut)).toEqual({ result: 'notSaved', because: 'tooLarge' });
  });
});

/** An application whose operation has exactly this many bytes with its envelope. */
function applicationOf(bytes: number) {
  const longestAnswer = 5_000;
  const payload = {
    caseId: caseId.parse('case-1'),
    trackingCode: trackingCode.parse('ABCDE-FGHJK-MNPQR'),
    serviceId: testTown.serviceId,
    formVersionId: testTown.formVersionId,
    answers: {} as Record<string, string>,
  };
  const { kind, v } = operationKinds.submitApplication;
  // every id of this environment has as many characters
  const envelope = { opId: 'id-00', kind, v, payload, at: pc.environment.now() };
  const missing = () => bytes - JSON.stringify(envelope).length;
  for (let field = 0; missing() > 0; field += 1) {
    payload.answers[`field${field}`] = '';
    payload.answers[`field${field}`] = 'x'.repeat(Math.min(missing(), longestAnswer));
  }
  expect(missing()).toBe(0);
  return payload;
}

async function restartAfterPowerCut(): Promise<void> {
  pc.disk.crash();
  await desk.close();
  desk = await openDesk();
}
