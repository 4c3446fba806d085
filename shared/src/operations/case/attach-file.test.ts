import { describe, expect, it } from 'vitest';
import { clerk } from '../../domain/clerk.ts';
import { caseId } from '../../domain/ids.ts';
import { aFile } from '../../fixtures/builders.ts';
import { codeOf, TestOffice, type Who } from '../../fixtures/test-office.ts';
import { annaBerger, berndKrueger } from '../../fixtures/test-town.ts';

const id = caseId.parse('case-1');
const stranger = clerk.parse({ ...berndKrueger, id: 'carla-bau', departmentIds: ['bauamt'] });

describe('attachFile', () => {
  it.each<[string, Who, string]>([
    ['a clerk of the department', berndKrueger, 'accepted'],
    ['its lead', annaBerger, 'accepted'],
    ['a clerk of another department', stranger, 'notAllowed'],
    ['a citizen', 'citizen', 'notAllowed'],
    ['the system', 'system', 'notAllowed'],
  ])('by %s: %s', (_, who, code) => {
    const office = new TestOffice();
    const before = new Map(office.documents);
    expect(codeOf(office.decide('attachFile', { caseId: id, ...aFile() }, who))).toBe(code);
    if (code !== 'accepted') expect(office.documents).toEqual(before);
  });

  it.each<[string, object]>([
    ['a type that is not filed', { mediaType: 'text/html' }],
    ['nothing', { size: 0 }],
    ['more than 25 MB', { size: 25 * 1024 * 1024 + 1 }],
    ['a name with a folder', { name: '../plan.pdf' }],
    ['no SHA-256', { hash: 'abc' }],
  ])('of %s: malformed', (_, wrong) => {
    const payload = { caseId: id, ...aFile(), ...wrong };
    expect(codeOf(new TestOffice().decideUnchecked('attachFile', payload, berndKrueger))).toBe('malformed');
  });

  it('on a case that is not there: noSuchCase', () => {
    expect(codeOf(new TestOffice([]).decide('attachFile', { caseId: id, ...aFile() }, berndKrueger))).toBe(
      'noSuchCase',
    );
  });

  it('stands in the dossier and in the history, with who and when; the first one needs no list before it', () => {
    const office = new TestOffice();
    expect(office.dossier().attachments).toBeUndefined();
    const file = aFile({ name: 'Grundriß.pdf' });
    const { eventCount } = office.case();
    office.decide('attachFile', { caseId: id, ...file }, berndKrueger);
    expect(office.dossier().attachments).toEqual([
      { ...file, addedBy: berndKrueger.id, addedAt: office.decidedAt },
    ]);
    expect(office.dossier().events.at(-1)).toEqual({
      kind: 'fileAdded',
      opId: 'decision-1',
      at: office.decidedAt,
      byId: berndKrueger.id,
      name: 'Grundriß.pdf',
    });
    expect(office.case().eventCount).toBe(eventCount + 1);
  });

  it('[B1] of the same bytes a second time: alreadyAttached, under whatever name', () => {
    const office = new TestOffice();
    office.decide('attachFile', { caseId: id, ...aFile() }, berndKrueger);
    const again = { caseId: id, ...aFile({ name: 'anders.pdf' }) };
    expect(codeOf(office.decide('attachFile', again, annaBerger))).toBe('alreadyAttached');
    const other = { caseId: id, ...aFile({ hash: 'b'.repeat(64) }) };
    expect(codeOf(office.decide('attachFile', other, annaBerger))).toBe('accepted');
    expect(office.dossier().attachments?.map(({ hash }) => hash[0])).toEqual(['a', 'b']);
  });
});
