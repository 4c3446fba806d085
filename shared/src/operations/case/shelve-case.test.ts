import { describe, expect, it } from 'vitest';
import { type Case, caseRecord } from '../../domain/case.ts';
import { caseId, opId, questionId } from '../../domain/ids.ts';
import { readableScopes, visibleScopes } from '../../domain/scope.ts';
import { instant, localDate } from '../../domain/time.ts';
import { codeOf, TestOffice, type Who } from '../../fixtures/test-office.ts';
import { annaBerger, berndKrueger } from '../../fixtures/test-town.ts';
import { put } from '../outcome.ts';
import { loadCase } from './load-case.ts';

const id = caseId.parse('case-1');
const closedAt = instant.parse('2025-03-03T09:00:00.000Z');
const quietSince = instant.parse('2025-11-23T09:00:00.000Z');
const closed: Partial<Case> = {
  status: 'decided',
  decision: { kind: 'approved', decidedBy: berndKrueger.id, decidedAt: closedAt },
  lastEventAt: closedAt,
};
const fee = { amountCents: 5000, dueOn: localDate.parse('2025-04-02'), chargedAt: closedAt, waivedCents: 0 };

const shelve = (office: TestOffice, who: Who = 'system') =>
  codeOf(office.decide('shelveCase', { caseId: id, quietSince }, who));

function shelved(): TestOffice {
  const office = new TestOffice([closed]);
  expect(shelve(office)).toBe('accepted');
  return office;
}

describe('shelveCase', () => {
  it('moves the dossier out of what desks hold; the case stays in every list, and is whole', () => {
    const office = new TestOffice([closed]);
    const [caseBefore, before] = [office.case(), office.dossier()];
    expect(shelve(office)).toBe('accepted');
    expect(office.case()).toEqual({ ...caseBefore, isShelved: true });
    expect(office.dossier()).toEqual({ ...before, scope: `${caseBefore.departmentId}/rest` });
    expect(visibleScopes(berndKrueger)).not.toContain(office.dossier().scope);
    expect(readableScopes(berndKrueger)).toContain(office.dossier().scope);
    expect(caseRecord.parse(office.case())).toEqual(office.case());
  });

  it.each<[string, Who]>([
    ['a citizen', 'citizen'],
    ['a lead', annaBerger],
  ])('is not for %s', (_, who) => {
    expect(shelve(new TestOffice([closed]), who)).toBe('notAllowed');
  });

  it.each<[string, Partial<Case>]>([
    ['not closed', { status: 'inProgress', decision: null }],
    ['of a case something has happened to since', { lastEventAt: quietSince }],
    ['with a fee to be paid', { fee: { ...fee, paidCents: 4999 } }],
    ['with an answer nobody has read', { unreadAnswers: 1 }],
    [
      'somebody wants to see again',
      { followUp: { on: localDate.parse('2027-01-04'), word: '', byId: berndKrueger.id } },
    ],
  ])('does nothing to one that is %s', (_, changed) => {
    const office = new TestOffice([{ ...closed, ...changed }]);
    const before = new Map(office.documents);
    expect(shelve(office)).toBe('accepted');
    expect(office.documents).toEqual(before);
  });

  it('takes one whose fee is paid', () => {
    const office = new TestOffice([{ ...closed, fee: { ...fee, paidCents: 5000 } }]);
    shelve(office);
    expect(office.case().isShelved).toBe(true);
  });

  it('whatever is done to it brings it back whole', () => {
    const office = shelved();
    expect(codeOf(office.decide('addNote', { caseId: id, text: 'Kam noch einmal' }, berndKrueger))).toBe(
      'accepted',
    );
    expect(office.case()).not.toHaveProperty('isShelved');
    expect(office.dossier().scope).toBe(office.case().scope);
    expect(office.dossier().events.at(-1)).toMatchObject({ kind: 'note', text: 'Kam noch einmal' });
  });

  it('a citizen who opens her page leaves it where it is', () => {
    const office = new TestOffice([closed]);
    const asked = {
      id: questionId.parse('question-1'),
      opId: opId.parse('asked'),
      text: 'Wann?',
      documents: [],
      answerBy: localDate.parse('2025-02-03'),
      askedBy: berndKrueger.id,
      askedAt: instant.parse('2025-01-13T09:00:00.000Z'),
      mail: 'none' as const,
      seenAt: null,
      answers: [],
      end: { how: 'decided' as const, at: closedAt },
    };
    office.write([put('dossiers', { ...office.dossier(), questions: [asked] })]);
    shelve(office);
    const seen = { caseId: id, questionId: asked.id };
    expect(codeOf(office.decide('markSeen', seen, 'citizen'))).toBe('accepted');
    expect(office.dossier().questions?.[0]?.seenAt).not.toBeNull();
    expect(office.dossier().scope).toBe(`${office.case().departmentId}/rest`);
    expect(office.case().isShelved).toBe(true);
  });

  it('a desk that holds only the case says nothing against what is done to it (L10)', () => {
    const office = shelved();
    const docs = {
      get: (collection: string) => (collection === 'cases' ? office.case() : undefined),
    } as unknown as Parameters<typeof loadCase>[0];
    expect(loadCase(docs, id)).toEqual({ stop: { outcome: 'forecastOnly' } });
  });
});
