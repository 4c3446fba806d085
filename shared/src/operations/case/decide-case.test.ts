import { describe, expect, it } from 'vitest';
import type { Case, Decision } from '../../domain/case.ts';
import { type Clerk, clerk } from '../../domain/clerk.ts';
import { caseId } from '../../domain/ids.ts';
import { instant } from '../../domain/time.ts';
import { aDossier } from '../../fixtures/builders.ts';
import { codeOf, TestOffice, type Who } from '../../fixtures/test-office.ts';
import { annaBerger, berndKrueger } from '../../fixtures/test-town.ts';
import { put } from '../outcome.ts';

const id = caseId.parse('case-1');
const stranger = clerk.parse({ ...berndKrueger, id: 'carla-bau', departmentIds: ['bauamt'] });
const at = instant.parse('2026-11-23T08:30:00.000Z');
const approved: Decision = { kind: 'approved', reason: '' };
const rejected: Decision = { kind: 'rejected', reason: 'Nachweis fehlt' };

const heldBy = ({ id: assigneeId }: Clerk): Partial<Case> => ({
  assigneeId,
  assignedAt: at,
  status: 'inProgress',
});
const decidedByBernd: Partial<Case> = {
  ...heldBy(berndKrueger),
  status: 'decided',
  decision: { kind: 'approved', decidedBy: berndKrueger.id, decidedAt: at },
};

describe('decideCase', () => {
  it.each<[string, Partial<Case>, Who, string]>([
    ['who holds it', heldBy(berndKrueger), berndKrueger, 'accepted'],
    ['a lead who holds it', heldBy(annaBerger), annaBerger, 'accepted'],
    ['a colleague', heldBy(annaBerger), berndKrueger, 'notAssigned'],
    ['a lead who doesn’t hold it', heldBy(berndKrueger), annaBerger, 'notAssigned'],
    ['anybody, while nobody holds it', {}, berndKrueger, 'notAssigned'],
    ['who decided it already', decidedByBernd, berndKrueger, 'alreadyDecided'],
    ['who lost the race and no longer holds it', decidedByBernd, annaBerger, 'alreadyDecided'],
    ['a clerk of another department', heldBy(berndKrueger), stranger, 'notAllowed'],
    ['a clerk of another department, decided', decidedByBernd, stranger, 'notAllowed'],
    ['who held it and has moved to another department', heldBy(stranger), stranger, 'notAllowed'],
    ['a citizen', heldBy(berndKrueger), 'citizen', 'notAllowed'],
    ['the system', heldBy(berndKrueger), 'system', 'notAllowed'],
  ])('by %s', (_, state, who, code) => {
    const office = new TestOffice([state]);
    const before = new Map(office.documents);
    expect(codeOf(office.decide('decideCase', { caseId: id, decision: approved }, who))).toBe(code);
    if (code !== 'accepted') expect(office.documents).toEqual(before);
  });

  it.each<[string, unknown, string]>([
    ['an approval without a reason', approved, 'accepted'],
    ['a rejection with a reason', rejected, 'accepted'],
    ['a rejection without a reason', { ...rejected, reason: '' }, 'reasonRequired'],
    ['a rejection with a blank reason', { ...rejected, reason: ' \n' }, 'reasonRequired'],
    ['a reason too long', { ...rejected, reason: 'x'.repeat(10_001) }, 'malformed'],
    ['neither', { kind: 'postponed', reason: '' }, 'malformed'],
    ['a time of its own', { ...approved, decidedAt: at }, 'malformed'],
  ])('%s', (_, decision, code) => {
    const office = new TestOffice([heldBy(berndKrueger)]);
    expect(codeOf(office.decideUnchecked('decideCase', { caseId: id, decision }, berndKrueger))).toBe(code);
  });

  it('on a case that is not there: noSuchCase', () => {
    const office = new TestOffice([]);
    expect(codeOf(office.decide('decideCase', { caseId: id, decision: approved }, berndKrueger))).toBe(
      'noSuchCase',
    );
  });

  it('a second decision is told who was first and when, and the first one stands', () => {
    const office = new TestOffice([heldBy(berndKrueger)]);
    office.decide('decideCase', { caseId: id, decision: rejected }, berndKrueger);
    const firstAt = office.decidedAt;
    const second = office.decide('decideCase', { caseId: id, decision: approved }, annaBerger);
    expect(second).toEqual({
      outcome: 'refused',
      reason: { code: 'alreadyDecided', byId: berndKrueger.id, at: firstAt },
    });
    expect(office.case()).toMatchObject({
      status: 'decided',
      assigneeId: berndKrueger.id,
      decision: { kind: 'rejected', decidedBy: berndKrueger.id, decidedAt: firstAt },
    });
    expect(office.dossier().events.filter(({ kind }) => kind === 'decided')).toEqual([
      { kind: 'decided', opId: 'decision-1', at: firstAt, byId: berndKrueger.id, decision: rejected },
    ]);
    expect(office.case().eventCount).toBe(office.dossier().events.length);
  });

  it('who lost the race reads that it is decided even where a reason is missing', () => {
    const office = new TestOffice([decidedByBernd]);
    const hasty: Decision = { kind: 'rejected', reason: '' };
    expect(codeOf(office.decide('decideCase', { caseId: id, decision: hasty }, berndKrueger))).toBe(
      'alreadyDecided',
    );
  });

  it('[S10] there is news for the citizen by mail, without a word of the decision; none where no address is', () => {
    const office = new TestOffice([heldBy(berndKrueger)]);
    const { contactEmail, trackingCode } = office.dossier();
    const decide = () => office.decide('decideCase', { caseId: id, decision: rejected }, berndKrueger);
    expect(decide()).toMatchObject({
      effects: [{ kind: 'mail', template: 'news', to: contactEmail, caseId: id, trackingCode }],
    });
    const silent = new TestOffice([heldBy(berndKrueger)]);
    silent.write([put('dossiers', aDossier({ contactEmail: null }))]);
    expect(silent.decide('decideCase', { caseId: id, decision: rejected }, berndKrueger)).toMatchObject({
      outcome: 'accepted',
      effects: [],
    });
  });
});
