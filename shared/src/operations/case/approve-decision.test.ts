import { describe, expect, it } from 'vitest';
import type { Case } from '../../domain/case.ts';
import { citizenView } from '../../domain/citizen-view.ts';
import { caseId } from '../../domain/ids.ts';
import { instant } from '../../domain/time.ts';
import { aLetter } from '../../fixtures/a-letter.ts';
import { codeOf, TestOffice } from '../../fixtures/test-office.ts';
import { annaBerger, berndKrueger, testTown } from '../../fixtures/test-town.ts';

const id = caseId.parse('case-1');
const held: Partial<Case> = {
  assigneeId: berndKrueger.id,
  assignedAt: instant.parse('2026-11-23T08:30:00.000Z'),
  status: 'inProgress',
  needsSecondApproval: true,
};
const decision = { kind: 'rejected', reason: 'Nachweis fehlt' } as const;
const viewOf = (office: TestOffice) => citizenView(office.case(), office.dossier());

describe('a decision that takes two', () => {
  it('is kept with its letter, and the applicant learns nothing until another clerk approved it', () => {
    const office = new TestOffice([held]);
    const before = viewOf(office);
    const proposed = office.decide('decideCase', { caseId: id, decision, letter: aLetter() }, berndKrueger);
    expect(proposed).toMatchObject({ outcome: 'accepted', effects: [] });
    expect(office.case()).toMatchObject({
      decision: null,
      proposal: { number: 1, kind: 'rejected', byId: berndKrueger.id },
    });
    expect(viewOf(office)).toEqual(before);

    const approved = office.decide('approveDecision', { caseId: id, number: 1 }, annaBerger);
    expect(approved).toMatchObject({ outcome: 'accepted', effects: [{ template: 'news' }] });
    expect(office.case().proposal).toBeUndefined();
    expect(office.case().decision).toMatchObject({ kind: 'rejected', decidedBy: berndKrueger.id });
    expect(office.dossier().events.at(-1)).toMatchObject({
      kind: 'decided',
      byId: berndKrueger.id,
      approvedById: annaBerger.id,
    });
    expect(viewOf(office)).toMatchObject({
      status: 'rejected',
      letters: [{ id: 'decision', subject: 'Bescheid: Hundesteuer anmelden' }],
    });
  });

  it('who returned the first one hasn’t read the second: it has a number of its own', () => {
    const office = new TestOffice([held]);
    office.decide('decideCase', { caseId: id, decision }, berndKrueger);
    const word = 'Bitte ausführlicher begründen';
    expect(codeOf(office.decide('returnDecision', { caseId: id, number: 1, word: ' ' }, annaBerger))).toBe(
      'textRequired',
    );
    office.decide('returnDecision', { caseId: id, number: 1, word }, annaBerger);
    expect(office.case()).toMatchObject({ decision: null, assigneeId: berndKrueger.id });
    office.decide('decideCase', { caseId: id, decision }, berndKrueger);
    expect(codeOf(office.decide('approveDecision', { caseId: id, number: 1 }, annaBerger))).toBe(
      'noSuchProposal',
    );
    expect(codeOf(office.decide('approveDecision', { caseId: id, number: 2 }, annaBerger))).toBe('accepted');
  });

  it('can be taken back by who proposed it, without a word, and decided anew', () => {
    const office = new TestOffice([held]);
    office.decide('decideCase', { caseId: id, decision }, berndKrueger);
    expect(codeOf(office.decide('returnDecision', { caseId: id, number: 1, word: '' }, berndKrueger))).toBe(
      'accepted',
    );
    expect(office.case()).toMatchObject({ decision: null, assigneeId: berndKrueger.id });
    expect(office.case().proposal).toBeUndefined();
    expect(codeOf(office.decide('decideCase', { caseId: id, decision }, berndKrueger))).toBe('accepted');
    expect(codeOf(office.decide('approveDecision', { caseId: id, number: 2 }, berndKrueger))).toBe(
      'ownDecision',
    );
  });

  it('is what the service said when the application came in', () => {
    const office = new TestOffice([]);
    const admin = 'system';
    const { serviceId } = testTown;
    expect(codeOf(office.decide('switchService', { serviceId, needsSecondApproval: true }, admin))).toBe(
      'accepted',
    );
    const shown = [...office.documents.values()].find(({ id: each }) => each === serviceId);
    expect(shown).toMatchObject({ needsSecondApproval: true });
  });
});
