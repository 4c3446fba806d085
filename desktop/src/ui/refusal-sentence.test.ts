import { numberOf } from '@amtsstube/shared/domain/appointments/ticket';
import { clerkId, counterId } from '@amtsstube/shared/domain/ids';
import { instant, localDate } from '@amtsstube/shared/domain/time';
import { type Refusal, refusal } from '@amtsstube/shared/operations/refusal';
import { describe, expect, it } from 'vitest';
import { refusalSentence } from './refusal-sentence.ts';

const berger = clerkId.parse('berger');
const nameOf = () => 'Anna Berger';
const at = instant.parse('2026-11-23T13:05:00.000Z');

const samples: Record<Refusal['code'], Refusal> = {
  malformed: { code: 'malformed' },
  internal: { code: 'internal' },
  notAllowed: { code: 'notAllowed' },
  noSuchCase: { code: 'noSuchCase' },
  noSuchClerk: { code: 'noSuchClerk' },
  noSuchService: { code: 'noSuchService' },
  noSuchDepartment: { code: 'noSuchDepartment' },
  noSuchCounter: { code: 'noSuchCounter' },
  noSuchFile: { code: 'noSuchFile' },
  noSuchTask: { code: 'noSuchTask' },
  serviceNotOffered: { code: 'serviceNotOffered' },
  changedMeanwhile: { code: 'changedMeanwhile', field: 'phone', now: '03900 123-1' },
  lastAdmin: { code: 'lastAdmin' },
  departmentInUse: { code: 'departmentInUse', clerks: 2, services: 1, counters: 0, cases: 1 },
  formVersionGone: { code: 'formVersionGone' },
  invalidAnswers: { code: 'invalidAnswers', errors: [{ path: 'name', code: 'required' }] },
  alreadyAttached: { code: 'alreadyAttached' },
  alreadyExists: { code: 'alreadyExists' },
  alreadyDecided: { code: 'alreadyDecided', byId: berger, at },
  alreadyAssigned: { code: 'alreadyAssigned', toId: berger },
  notAssigned: { code: 'notAssigned', toId: berger },
  receivedInFuture: { code: 'receivedInFuture' },
  awaitingApproval: { code: 'awaitingApproval', byId: berger, at },
  noSuchProposal: { code: 'noSuchProposal' },
  ownDecision: { code: 'ownDecision' },
  noSuchLetter: { code: 'noSuchLetter' },
  alreadyPosted: { code: 'alreadyPosted', byId: berger, on: localDate.parse('2026-11-23') },
  notPostedThen: {
    code: 'notPostedThen',
    from: localDate.parse('2026-11-23'),
    until: localDate.parse('2026-11-27'),
  },
  noSuchTemplate: { code: 'noSuchTemplate' },
  unknownPlaceholder: { code: 'unknownPlaceholder', name: 'Aktenzeichn' },
  reasonRequired: { code: 'reasonRequired' },
  textRequired: { code: 'textRequired' },
  ofNewerProgram: { code: 'ofNewerProgram' },
  noSuchQuestion: { code: 'noSuchQuestion' },
  questionEnded: { code: 'questionEnded', how: 'withdrawn', at },
  tooManyAnswers: { code: 'tooManyAnswers' },
  dayIsOver: { code: 'dayIsOver' },
  notLater: { code: 'notLater', than: localDate.parse('2026-12-11') },
  noFee: { code: 'noFee' },
  feeOutOfRange: { code: 'feeOutOfRange', fromCents: 2000, toCents: 3000 },
  feeChanged: { code: 'feeChanged', nowCents: 5000 },
  feeOverdue: { code: 'feeOverdue', dueOn: localDate.parse('2026-12-23') },
  feeWaived: { code: 'feeWaived' },
  notWaived: { code: 'notWaived' },
  feePaid: { code: 'feePaid' },
  alreadyRecorded: { code: 'alreadyRecorded', at },
  noSuchPayment: { code: 'noSuchPayment' },
  noSuchAppointment: { code: 'noSuchAppointment' },
  visitNotOffered: { code: 'visitNotOffered', why: 'noCounter' },
  slotNotFree: {
    code: 'slotNotFree',
    why: 'taken',
    nearest: [{ counterId: counterId.parse('buergerbuero-1'), startsAt: at }],
  },
  tooManyHolds: { code: 'tooManyHolds', most: 2 },
  holdGone: { code: 'holdGone' },
  alreadyExtended: { code: 'alreadyExtended' },
  alreadyConfirmed: { code: 'alreadyConfirmed' },
  linkUsed: { code: 'linkUsed' },
  appointmentCancelled: { code: 'appointmentCancelled' },
  noSuchLease: { code: 'noSuchLease' },
  notWaiting: { code: 'notWaiting' },
  appointmentMoved: {
    code: 'appointmentMoved',
    counterId: counterId.parse('buergerbuero-1'),
    startsAt: at,
  },
  hoursDontFit: {
    code: 'hoursDontFit',
    problem: 'overlap',
    ranges: ['Di 09:00–12:00 ab 01.01.2026', 'Di 11:00–14:00 ab 01.01.2026'],
    on: localDate.parse('2026-12-01'),
  },
  alreadyArrived: { code: 'alreadyArrived', number: numberOf('A', 1) },
  notToday: { code: 'notToday', startsAt: at },
  notConfirmed: { code: 'notConfirmed' },
  noSuchTicket: { code: 'noSuchTicket' },
  alreadyCalled: { code: 'alreadyCalled', counterId: counterId.parse('buergerbuero-1'), byId: berger, at },
  alreadyServed: { code: 'alreadyServed', byId: berger, at },
  notCalled: { code: 'notCalled' },
  needsServer: { code: 'needsServer' },
  paymentRevoked: { code: 'paymentRevoked', byId: berger, at },
};

describe('the sentence for a refusal', () => {
  it('names who decided and when, in local time', () => {
    expect(refusalSentence(samples.alreadyDecided, nameOf)).toBe(
      'bereits entschieden von Anna Berger am 23.11.2026, 14:05',
    );
  });

  it('tells a case in the inbox from one that somebody has', () => {
    const inInbox = refusalSentence({ code: 'notAssigned', toId: null }, nameOf);
    expect(inInbox).toContain('Posteingang');
    expect(refusalSentence(samples.notAssigned, nameOf)).toContain('Anna Berger');
  });

  it('names the field somebody else changed and what stands there now, roles in words', () => {
    expect(refusalSentence(samples.changedMeanwhile, nameOf)).toContain('„Telefon“');
    expect(refusalSentence(samples.changedMeanwhile, nameOf)).toContain('„03900 123-1“');
    const role = refusalSentence({ code: 'changedMeanwhile', field: 'role', now: 'lead' }, nameOf);
    expect(role).toContain('„Leitung“');
    const emptied = refusalSentence({ code: 'changedMeanwhile', field: 'web', now: '' }, nameOf);
    expect(emptied).toContain('geleert');
  });

  it('counts what a department is still needed for, and leaves out what it is not', () => {
    expect(refusalSentence(samples.departmentInUse, nameOf)).toMatch(
      /: 2 Personen, 1 Dienstleistung, 1 offener Vorgang$/,
    );
  });

  it('exists for every code, differs from the others and has no full stop', () => {
    expect(Object.keys(samples).toSorted()).toEqual(
      refusal.options.map((each) => each.shape.code.value).toSorted(),
    );
    const sentences = [...Object.values(samples), { code: 'otherText' as const }].map((each) =>
      refusalSentence(each, nameOf),
    );
    expect(new Set(sentences).size).toBe(sentences.length);
    for (const sentence of sentences) expect(sentence).toMatch(/[^.]$/);
  });
});
