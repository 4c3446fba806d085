import { departmentId, opId } from '@amtsstube/shared/domain/ids';
import { activeScope } from '@amtsstube/shared/domain/scope';
import { instant } from '@amtsstube/shared/domain/time';
import { validDogAnswers } from '@amtsstube/shared/fixtures/builders';
import { berndKrueger, testTown } from '@amtsstube/shared/fixtures/test-town';
import type { ServerOperation } from '@amtsstube/shared/operations/operation';
import type { Kind, PayloadOf } from '@amtsstube/shared/operations/registry';
import type { Checkpoint, VersionedDocument } from '@amtsstube/shared/replication/messages';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { executeServerOperation } from '../execute/execute.ts';
import { startTestTown, type TestTownServer } from '../start-server-test-town.ts';
import { enrolledOn, handOverOf, postJson, signInOn, tokenOf, townPath } from './test-desk.ts';

const { municipalityId } = testTown;
const bau = departmentId.parse('bau');
const caseId = 'case-of-the-test';

let town: TestTownServer;
let bernd: string;
let count = 0;

beforeEach(async () => {
  town = await startTestTown();
  bernd = await tokenOf(town, 1);
  await system('putDepartment', { action: 'add', departmentId: bau, name: 'Bau' });
  await execute(
    'submitApplication',
    {
      caseId,
      trackingCode: 'ABCDE-FGHJK-23456',
      serviceId: testTown.serviceId,
      formVersionId: testTown.formVersionId,
      answers: validDogAnswers(),
    },
    'citizen',
  );
});
afterEach(() => town.close());

async function execute(kind: Kind, payload: unknown, actor: 'citizen' | 'system'): Promise<void> {
  count += 1;
  const operation: ServerOperation = {
    opId: opId.parse(`test-${count}`),
    deviceId: null,
    kind,
    v: 1,
    payload,
    at: instant.parse('2026-11-23T08:00:00.000Z'),
  };
  const { result } = await executeServerOperation(town.core, municipalityId, operation, { kind: actor });
  expect(result).toEqual({ decided: 'accepted' });
}
const system = <K extends Kind>(kind: K, payload: PayloadOf<K>) => execute(kind, payload, 'system');

interface Page {
  readonly result: string;
  readonly documents: readonly VersionedDocument[];
  readonly checkpoint: Checkpoint;
}

async function changes(collection: string, checkpoint: Checkpoint | null, token = bernd): Promise<Page> {
  const request = { epoch: null, deviceId: 'device-of-bernd', firstOpen: 1, checkpoint, limit: 1000 };
  const { body } = await postJson(town.url, `${townPath}/changes/${collection}`, request, token);
  return body as Page;
}

async function handOver(device: string, n: number, kind: Kind, payload: unknown, token = bernd) {
  const given = handOverOf(device, { n, kind, payload, opId: opId.parse(`${device}.${n}`) });
  const { body } = await postJson(town.url, `${townPath}/operations`, given, token);
  return body as { decisions: { receipts: { result: unknown }[]; documents: VersionedDocument[] } };
}

describe('[S9] a case that is handed to another department', () => {
  it('reaches the desks of the former one as a tombstone, those of the new one as itself, and digests agree', async () => {
    const { checkpoint } = await changes('cases', null);
    await handOver('d', 1, 'assignCase', { action: 'takeOver', caseId, word: '' });
    const moved = await handOver('d', 2, 'assignCase', {
      action: 'moveToDepartment',
      caseId,
      toDepartmentId: bau,
      word: 'bitte dort',
    });
    expect(moved.decisions.receipts.at(-1)?.result).toEqual({ decided: 'accepted' });
    // who moved it away is told so at once
    expect(moved.decisions.documents.map(({ document }) => document)).toEqual([null, null]);
    for (const collection of ['cases', 'dossiers']) {
      const after = await changes(collection, checkpoint);
      expect(after.documents).toEqual([{ collection, id: caseId, seq: expect.any(Number), document: null }]);
    }
    const digest = async (token: string) =>
      (await postJson(town.url, `${townPath}/digest/cases`, { epoch: null, deviceId: 'x' }, token)).body;
    expect(await digest(bernd)).toMatchObject({ count: 0 });

    await system('putClerk', {
      action: 'change',
      clerkId: testTown.annaBergerId,
      join: [bau],
      leave: [],
    });
    const anna = await tokenOf(town, 0);
    expect((await changes('cases', null, anna)).documents).toMatchObject([
      { id: caseId, document: { scope: activeScope(bau), assigneeId: null } },
    ]);
    expect(await digest(anna)).toMatchObject({ count: 1 });
  });
});

describe('[S9] a clerk whose departments change', () => {
  it('is told so for a copy made before; a new one holds what she may see now; her journal goes on', async () => {
    const { checkpoint } = await changes('cases', null);
    await handOver('d', 1, 'addNote', { caseId, text: 'vorher' });
    await system('putClerk', {
      action: 'change',
      clerkId: berndKrueger.id,
      join: [bau],
      leave: [testTown.departmentId],
    });
    // for each collection, also those everybody sees: all are built anew together
    for (const collection of ['cases', 'clerks'])
      expect(await changes(collection, checkpoint)).toEqual({
        result: 'otherScopes',
        epoch: checkpoint.epoch,
      });
    const fresh = await changes('cases', null);
    expect(fresh).toMatchObject({
      result: 'page',
      documents: [],
      checkpoint: { scopes: ['all', 'bau/active'] },
    });
    // what she did before it reached the server is decided by her rights now, and she is told
    const late = await handOver('d', 2, 'addNote', { caseId, text: 'schon vorher geschrieben' });
    expect(late.decisions.receipts.at(-1)?.result).toEqual({
      decided: 'refused',
      reason: { code: 'notAllowed' },
    });
  });
});

describe('[S9] the log', () => {
  it('keeps the actor with the role as decided, whatever she becomes later', async () => {
    await handOver('d', 1, 'addNote', { caseId, text: 'als Sachbearbeiter' });
    const role = { from: 'clerk' as const, to: 'lead' as const };
    await system('putClerk', { action: 'change', clerkId: berndKrueger.id, role, join: [bau], leave: [] });
    await handOver('d', 2, 'addNote', { caseId, text: 'als Leitung' });
    const log = await town.core.store.snapshot(municipalityId, (read) => read.log(0, 1000));
    const notes = log.filter(({ kind }) => kind === 'addNote').map(({ actor }) => actor);
    const { id: clerkId } = berndKrueger;
    expect(notes).toEqual([
      { kind: 'clerk', clerkId, role: 'clerk', departmentIds: [testTown.departmentId] },
      { kind: 'clerk', clerkId, role: 'lead', departmentIds: [testTown.departmentId, bau] },
    ]);
  });
});

describe('a clerk who works here no more', () => {
  it('is refused at each request and at sign-in, with the reason; back again she signs in', async () => {
    const workstation = await enrolledOn(town);
    await system('deactivateClerk', { clerkId: berndKrueger.id, casesToId: null });
    const request = { epoch: null, deviceId: 'x', firstOpen: 1, checkpoint: null, limit: 10 };
    const pulled = await postJson(town.url, `${townPath}/changes/cases`, request, bernd);
    expect([pulled.status, pulled.body]).toEqual([403, { code: 'clerkDeactivated' }]);
    const signedIn = await signInOn(town, 1, workstation);
    expect([signedIn.status, signedIn.body]).toEqual([403, { code: 'clerkDeactivated' }]);
    await system('putClerk', { action: 'reactivate', clerkId: berndKrueger.id });
    expect((await signInOn(town, 1, workstation)).status).toBe(200);
  });

  it('on a device that was put out: the device hears that first, or it would keep its keys', async () => {
    const workstation = await enrolledOn(town);
    const { token } = (await signInOn(town, 1, workstation)).body as { token: string };
    await system('deactivateClerk', { clerkId: berndKrueger.id, casesToId: null });
    const path = `${townPath}/admin/workstations/${workstation.workstationId}/revoke`;
    await postJson(town.url, path, {}, await tokenOf(town, 2));
    const request = { epoch: null, deviceId: 'x', firstOpen: 1, checkpoint: null, limit: 10 };
    const pulled = await postJson(town.url, `${townPath}/changes/cases`, request, token);
    expect([pulled.status, pulled.body]).toEqual([403, { code: 'workstationRevoked' }]);
  });

  it('[J7] her waiting journal is handed over by the credential she left, and what needs no more than a clerk’s right counts', async () => {
    const credential = await postJson(
      town.url,
      `${townPath}/hand-over-credential`,
      { deviceId: 'journal-1' },
      bernd,
    );
    const { token } = credential.body as { token: string };
    await system('deactivateClerk', { clerkId: berndKrueger.id, casesToId: null });
    const waiting = handOverOf('journal-1', { payload: { caseId, text: 'noch angerufen' } });
    const { status, body } = await postJson(town.url, `${townPath}/hand-over`, waiting, token);
    expect(status).toBe(200);
    expect(body).toMatchObject({ decisions: { receipts: [{ result: { decided: 'accepted' } }] } });
    const again = await postJson(town.url, `${townPath}/operations`, waiting, token);
    expect(again.status).toBe(401);
  });

  it('an administrator’s waiting journal administers nothing after she was deactivated', async () => {
    const dora = await tokenOf(town, 2);
    await system('putClerk', {
      action: 'change',
      clerkId: berndKrueger.id,
      role: { from: 'clerk', to: 'admin' },
      join: [],
      leave: [],
    });
    const { body } = await postJson(
      town.url,
      `${townPath}/hand-over-credential`,
      { deviceId: 'journal-2' },
      dora,
    );
    await system('deactivateClerk', { clerkId: testTown.doraRitterId, casesToId: null });
    const waiting = handOverOf('journal-2', {
      kind: 'putClerk',
      payload: { action: 'reactivate', clerkId: testTown.doraRitterId },
    });
    const { token } = body as { token: string };
    const answered = await postJson(town.url, `${townPath}/hand-over`, waiting, token);
    expect(answered.body).toMatchObject({
      decisions: { receipts: [{ result: { decided: 'refused', reason: { code: 'notAllowed' } } }] },
    });
  });
});
