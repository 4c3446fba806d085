import { describe, expect, it } from 'vitest';
import { clerk } from '../../domain/clerk.ts';
import { caseId } from '../../domain/ids.ts';
import { codeOf, TestOffice, type Who } from '../../fixtures/test-office.ts';
import { annaBerger, berndKrueger } from '../../fixtures/test-town.ts';

const id = caseId.parse('case-1');
const stranger = clerk.parse({ ...berndKrueger, id: 'carla-bau', departmentIds: ['bauamt'] });
const strangerLead = clerk.parse({ ...stranger, role: 'lead' });

describe('addNote', () => {
  it.each<[string, Who, string]>([
    ['a clerk of the department', berndKrueger, 'accepted'],
    ['its lead', annaBerger, 'accepted'],
    ['a clerk of another department', stranger, 'notAllowed'],
    ['a lead of another department', strangerLead, 'notAllowed'],
    ['a citizen', 'citizen', 'notAllowed'],
    ['the system', 'system', 'notAllowed'],
  ])('by %s: %s', (_, who, code) => {
    const office = new TestOffice();
    const before = new Map(office.documents);
    expect(codeOf(office.decide('addNote', { caseId: id, text: 'Rückfrage' }, who))).toBe(code);
    if (code !== 'accepted') expect(office.documents).toEqual(before);
  });

  it.each<[string, string]>([
    ['', 'textRequired'],
    [' \n\t ', 'textRequired'],
    ['x'.repeat(10_000), 'accepted'],
    ['x'.repeat(10_001), 'malformed'],
  ])('with the text %j…: %s', (text, code) => {
    expect(codeOf(new TestOffice().decideUnchecked('addNote', { caseId: id, text }, berndKrueger))).toBe(
      code,
    );
  });

  it('on a case that is not there: noSuchCase', () => {
    const office = new TestOffice([]);
    expect(codeOf(office.decide('addNote', { caseId: id, text: 'x' }, berndKrueger))).toBe('noSuchCase');
  });

  it('on half a case: noSuchCase, for case and dossier are written together', () => {
    for (const key of [`cases/${id}`, `dossiers/${id}`] as const) {
      const office = new TestOffice();
      office.documents.delete(key);
      expect(codeOf(office.decide('addNote', { caseId: id, text: 'x' }, berndKrueger))).toBe('noSuchCase');
    }
  });

  it('stands in the history with its author and the server’s time, trimmed; the case counts it', () => {
    const office = new TestOffice();
    const { eventCount, status } = office.case();
    office.decide('addNote', { caseId: id, text: '  Rückfrage\ngestellt ' }, berndKrueger);
    expect(office.dossier().events.at(-1)).toEqual({
      kind: 'note',
      opId: 'decision-1',
      at: office.decidedAt,
      byId: berndKrueger.id,
      text: 'Rückfrage\ngestellt',
    });
    expect(office.case()).toMatchObject({
      eventCount: eventCount + 1,
      lastEventAt: office.decidedAt,
      status,
    });
  });

  it('mails nobody', () => {
    const outcome = new TestOffice().decide('addNote', { caseId: id, text: 'intern' }, berndKrueger);
    expect(outcome).toMatchObject({ effects: [] });
  });
});
