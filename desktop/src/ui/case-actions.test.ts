import type { Actor } from '@amtsstube/shared/domain/actor';
import { actor as actorSchema } from '@amtsstube/shared/domain/actor';
import { type Attachment, attachment, type Case, caseRecord, dossier } from '@amtsstube/shared/domain/case';
import { clerk } from '@amtsstube/shared/domain/clerk';
import { formVersionId as formVersionIds, opId } from '@amtsstube/shared/domain/ids';
import { instant } from '@amtsstube/shared/domain/time';
import { aFile } from '@amtsstube/shared/fixtures/builders';
import { correctAnswer } from '@amtsstube/shared/operations/case/correct-answer';
import { removeAttachment } from '@amtsstube/shared/operations/case/remove-attachment';
import type { Load } from '@amtsstube/shared/operations/define-operation';
import { findKind } from '@amtsstube/shared/operations/registry';
import { describe, expect, it } from 'vitest';
import { type CaseAction, canCorrect, canRemove, caseActions, whyImpossible } from './case-actions.ts';

const at = instant.parse('2026-11-23T08:00:00.000Z');
const decided = { kind: 'approved', decidedBy: 'bernd', decidedAt: at };

const actors = ['clerk', 'lead'].flatMap((role) =>
  ['residents', 'taxes'].map((departmentId) =>
    actorSchema.parse({ kind: 'clerk', clerkId: 'anna', role, departmentIds: [departmentId] }),
  ),
);
const cases = [null, 'anna', 'bernd'].flatMap((assigneeId) => [
  ...[null, decided].map((decision) =>
    aCase({ assigneeId, decision, status: decision ? 'decided' : 'received' }),
  ),
  // decided by one, and a second one is to look at it
  aCase({ assigneeId, proposal: { number: 1, kind: 'approved', byId: 'bernd', at } }),
]);
const combinations = actors.flatMap((actor) =>
  cases.flatMap((on) => caseActions.map((action) => ({ actor, on, action }))),
);

describe('what a case offers', () => {
  it('is never what the operation would refuse', () => {
    for (const { actor, on, action } of combinations) {
      if (whyImpossible(actor, action, on) === undefined) {
        expect(outcomeOf(actor, action, on), JSON.stringify({ actor, on, action })).toBe('accepted');
      }
    }
  });

  it('leaves out nothing that would be accepted, but giving back what nobody has', () => {
    for (const { actor, on, action } of combinations) {
      if (outcomeOf(actor, action, on) === 'accepted' && whyImpossible(actor, action, on) !== undefined) {
        expect({ action, assigneeId: on.assigneeId }).toEqual({ action: 'giveBack', assigneeId: null });
      }
    }
  });

  it('says "take it over first" only to those who may', () => {
    const [annaClerk] = actors;
    expect(whyImpossible(annaClerk!, 'decide', aCase({}))).toEqual({ because: 'takeOverFirst' });
    expect(whyImpossible(annaClerk!, 'decide', aCase({ assigneeId: 'bernd' }))).toEqual({
      because: 'notYours',
      assigneeId: 'bernd',
    });
  });
});

describe('taking a file away', () => {
  it('is offered exactly to whom the operation allows it', () => {
    for (const actor of actors)
      for (const on of cases)
        for (const addedBy of ['anna', 'bernd']) {
          const file = attachment.parse({ ...aFile(), addedBy, addedAt: at });
          const payload = { caseId: on.id, hash: file.hash, reason: 'aus Versehen' };
          const context = { opId: opId.parse('op-1'), actor, deviceId: null, at, decidedAt: at };
          const { outcome } = removeAttachment.apply(payload, documentsAround(on, [file]), context);
          const where = JSON.stringify({ actor, on, addedBy });
          expect(canRemove(actor, file, on), where).toBe(outcome === 'accepted');
        }
  });
});

describe('correcting an answer', () => {
  it('is offered to whom the operation doesn’t refuse it, and to nobody else', () => {
    for (const actor of actors)
      for (const on of cases) {
        const formVersionId = formVersionIds.parse('dog-tax.1');
        const payload = { caseId: on.id, formVersionId, path: 'dogName', basedOn: [], value: 'Rex' };
        const context = { opId: opId.parse('op-1'), actor, deviceId: null, at, decidedAt: at };
        const given = correctAnswer.apply(payload, documentsAround(on), context);
        // no form is here: that is said only to who may
        const isAllowed = given.outcome === 'refused' && given.reason.code === 'formVersionGone';
        expect(canCorrect(actor, on), JSON.stringify({ actor, on })).toBe(isAllowed);
      }
  });
});

function outcomeOf(actor: Actor, action: CaseAction, on: Case): string {
  const word = '';
  const caseId = on.id;
  const operation = {
    takeOver: { kind: 'assignCase', payload: { action: 'takeOver', caseId, word } },
    handOver: { kind: 'assignCase', payload: { action: 'handOver', caseId, toId: 'clara', word } },
    giveBack: { kind: 'assignCase', payload: { action: 'giveBack', caseId, word } },
    note: { kind: 'addNote', payload: { caseId, text: 'Vermerk' } },
    ask: {
      kind: 'askApplicant',
      payload: { caseId, questionId: 'q-1', text: 'Warum?', documents: [], answerBy: '2026-12-11' },
    },
    extend: { kind: 'extendDeadline', payload: { caseId, until: '2027-01-11', reason: 'Grund' } },
    charge: {
      kind: 'setFee',
      payload: {
        caseId,
        serviceId: on.serviceId,
        fromCents: null,
        amountCents: 5000,
        dueOn: '2026-12-23',
        reason: 'Satzung',
      },
    },
    bookPayment: {
      kind: 'recordPayment',
      payload: {
        caseId,
        paymentId: 'p-1',
        amountCents: 5000,
        way: 'cash',
        on: '2026-11-23',
        word: '',
      },
    },
    decide: { kind: 'decideCase', payload: { caseId, decision: { kind: 'rejected', reason: 'Grund' } } },
  }[action];
  const kind = findKind(operation.kind)!;
  const context = { opId: opId.parse('op-1'), actor, deviceId: null, at, decidedAt: at };
  return kind.apply(kind.payload.parse(operation.payload), documentsAround(on), context).outcome;
}

function documentsAround(on: Case, attachments: readonly Attachment[] = []): Load {
  const documents: Record<string, unknown> = {
    cases: on,
    dossiers: dossier.parse({
      id: on.id,
      scope: on.scope,
      formVersionId: 'dog-tax.1',
      answers: {},
      contactEmail: null,
      trackingCode: 'ABCDE-FGHJK-23456',
      // a fee to be paid; the listed state has none yet, to be set
      events: [
        {
          opId: 'fee',
          at,
          kind: 'feeSet',
          byId: 'bernd',
          amountCents: 5000,
          dueOn: '2026-12-23',
          reason: '',
        },
      ],
      attachments,
    }),
    clerks: clerk.parse({
      id: 'clara',
      scope: 'all',
      name: 'Clara',
      role: 'clerk',
      departmentIds: ['residents'],
    }),
  };
  return {
    get: (collection) => documents[collection] as never,
    all: () => 'unknown',
    claims: () => 'unknown',
  };
}

function aCase(changed: Record<string, unknown>): Case {
  return caseRecord.parse({
    id: 'case-1',
    scope: 'residents/active',
    fileReference: 'HST-2026-00001',
    serviceId: 'dog-tax',
    departmentId: 'residents',
    channel: 'web',
    status: 'received',
    applicantName: 'Erika Mustermann',
    submittedAt: at,
    assigneeId: null,
    assignedAt: null,
    decision: null,
    deadlineOn: '2026-12-01',
    eventCount: 1,
    lastEventAt: at,
    ...changed,
  });
}
