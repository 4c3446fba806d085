import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '@amtsstube/shared/domain/actor';
import type { Annex } from '@amtsstube/shared/domain/annex';
import { ref } from '@amtsstube/shared/domain/documents';
import { caseId, deviceId, epoch, opId } from '@amtsstube/shared/domain/ids';
import { instantOf } from '@amtsstube/shared/domain/time';
import { validDogAnswers } from '@amtsstube/shared/fixtures/builders';
import { annaBerger, testTown, testTownConfiguration } from '@amtsstube/shared/fixtures/test-town';
import { eraseCase } from '@amtsstube/shared/operations/case/erase-case';
import type { Operation } from '@amtsstube/shared/operations/operation';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { actorOf } from '../execute/actor-of.ts';
import { decideOperation } from '../execute/decide-operation.ts';
import { openSqliteStore } from '../store/sqlite-store.ts';
import { planErasure } from './plan-erasure.ts';
import { verify } from './verify.ts';

const town = testTown.municipalityId;
const at = instantOf(Date.UTC(2026, 10, 23, 8, 0));
const anna = actorOf(annaBerger);
const erased = caseId.parse('case-1');
const stays = caseId.parse('case-2');

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'amtsstube-erase-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

it('[S11] erasing a case takes its tasks, its views and its name in other cases along, and the log stays provable', async () => {
  const store = await openSqliteStore({ directory });
  await store.createMunicipality(town, epoch.parse('epoch-1'));
  const application = (of: string, code: string) => ({
    caseId: of,
    trackingCode: `${code.repeat(5)}-FGHJK-MNPQR`,
    serviceId: testTown.serviceId,
    formVersionId: testTown.formVersionId,
    answers: validDogAnswers(),
  });
  const place = { counterId: 'buergerbuero-1', startsAt: '2026-11-24T08:00:00.000Z' };
  const serviceIds = [testTown.serviceId];
  const visitor = { name: 'Erika Mustermann', email: 'erika@example.org', phone: '' };
  const booked = (appointmentId: string, of: string | null) => ({
    ...{ appointmentId, serviceIds, ...place, visitor, remark: '', language: 'de', way: 'phone' },
    caseId: of,
  });
  const moved = {
    ...{ appointmentId: 't-1', serviceIds, from: place },
    to: { ...place, startsAt: '2026-11-24T09:00:00.000Z' },
  };
  const task = { departmentId: testTown.departmentId, text: 'Bitte anrufen', dueOn: null, forId: null };
  const done: readonly (readonly [Actor, string, unknown])[] = [
    [{ kind: 'system' }, 'configureMunicipality', testTownConfiguration],
    [{ kind: 'citizen' }, 'submitApplication', application(erased, 'A')],
    [{ kind: 'citizen' }, 'submitApplication', application(stays, 'B')],
    [anna, 'linkCases', { caseId: stays, otherId: erased, word: 'ihr Bruder' }],
    [anna, 'confirmSamePerson', { caseId: erased, otherId: stays, same: false }],
    [anna, 'addTask', { ...task, taskId: 'task-1', caseId: erased }],
    [anna, 'completeTask', { taskId: 'task-1' }],
    [anna, 'addTask', { ...task, taskId: 'task-2', caseId: stays }],
    [anna, 'recordViews', { caseId: erased, views: [at] }],
    [anna, 'bookByClerk', booked('t-1', erased)],
    [anna, 'bookByClerk', { ...booked('t-2', null), startsAt: '2026-11-24T08:30:00.000Z' }],
    [anna, 'moveAppointment', moved],
    [anna, 'tickDocument', { caseId: erased, documentId: 'proof', label: 'Nachweis', as: 'paper' }],
  ];
  const decide = (actor: Actor, kind: string, payload: unknown, n: number) => {
    const common = { opId: opId.parse(`op-${n}`), kind, v: 1, payload, at };
    const operation: Operation =
      actor.kind === 'clerk'
        ? { ...common, deviceId: deviceId.parse('device-1'), n }
        : { ...common, deviceId: null };
    return store.transact(town, (tx) => decideOperation(tx, operation, actor, at));
  };
  for (const [index, [actor, kind, payload]] of done.entries()) {
    const decided = await decide(actor, kind, payload, index + 1);
    expect(decided, kind).toMatchObject({ row: { result: { decided: 'accepted' } } });
  }
  const plan = await store.snapshot(town, (read) => planErasure(read, erased));
  expect(plan).toMatchObject({ related: [stays], tasks: ['task-1'], views: [`${erased}.2026-11`] });
  await decide({ kind: 'system' }, eraseCase.kind, plan, 99);
  await store.snapshot(town, async (read) => {
    for (const gone of [
      ref('annexes', erased),
      ref('tasks', 'task-1'),
      ref('views', `${erased}.2026-11`),
      ref('dossiers', erased),
      ref('appointments', 't-1'),
    ])
      expect((await read.document(gone))?.document, gone.collection).toBeNull();
    const annex = (await read.document(ref('annexes', stays)))?.document as Annex;
    expect(annex).toMatchObject({ related: [], persons: [] });
    expect((await read.document(ref('tasks', 'task-2')))?.document).not.toBeNull();
    expect((await read.document(ref('appointments', 't-2')))?.document).not.toBeNull();
  });
  await store.close();
  const lines: string[] = [];
  expect(await verify(directory, (line) => lines.push(line)), lines.join('\n')).toBe(true);
});
