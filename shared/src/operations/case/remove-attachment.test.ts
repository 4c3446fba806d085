import { describe, expect, it } from 'vitest';
import { clerk } from '../../domain/clerk.ts';
import { caseId } from '../../domain/ids.ts';
import { aFile } from '../../fixtures/builders.ts';
import { codeOf, TestOffice, type Who } from '../../fixtures/test-office.ts';
import { annaBerger, berndKrueger } from '../../fixtures/test-town.ts';

const id = caseId.parse('case-1');
const stranger = clerk.parse({ ...berndKrueger, id: 'carla-bau', departmentIds: ['bauamt'] });
const doris = clerk.parse({ ...berndKrueger, id: 'doris-ehlert', name: 'Doris Ehlert' });
const file = aFile({ name: 'Personalausweis Müller.pdf' });
const removal = { caseId: id, hash: file.hash, reason: 'gehört zu einem anderen Vorgang' };

function officeWithFile(): TestOffice {
  const office = new TestOffice();
  expect(codeOf(office.decide('attachFile', { caseId: id, ...file }, berndKrueger))).toBe('accepted');
  return office;
}

describe('removeAttachment', () => {
  it.each<[string, Who, string]>([
    ['who added it', berndKrueger, 'accepted'],
    ['a lead', annaBerger, 'accepted'],
    ['a colleague who doesn’t hold the case', doris, 'notAllowed'],
    ['a clerk of another department', stranger, 'notAllowed'],
    ['a citizen', 'citizen', 'notAllowed'],
    ['the system', 'system', 'notAllowed'],
  ])('by %s: %s', (_, who, code) => {
    const office = officeWithFile();
    const before = new Map(office.documents);
    expect(codeOf(office.decide('removeAttachment', removal, who))).toBe(code);
    if (code !== 'accepted') expect(office.documents).toEqual(before);
  });

  it('by who holds the case, whoever added the file', () => {
    const office = officeWithFile();
    office.decide('assignCase', { action: 'takeOver', caseId: id, word: '' }, doris);
    expect(codeOf(office.decide('removeAttachment', removal, doris))).toBe('accepted');
  });

  it('takes the file out and keeps its name, who, when and why in the history', () => {
    const office = officeWithFile();
    const other = aFile({ hash: 'b'.repeat(64) });
    office.decide('attachFile', { caseId: id, ...other }, berndKrueger);
    const { eventCount } = office.case();
    office.decide('removeAttachment', removal, berndKrueger);
    expect(office.dossier().attachments?.map(({ hash }) => hash)).toEqual([other.hash]);
    expect(office.dossier().events.at(-1)).toMatchObject({
      kind: 'fileRemoved',
      at: office.decidedAt,
      byId: berndKrueger.id,
      name: file.name,
      reason: removal.reason,
    });
    expect(office.case().eventCount).toBe(eventCount + 1);
  });

  it.each<[string, object, string]>([
    ['without a reason', { reason: '  ' }, 'textRequired'],
    ['of a file that isn’t there', { hash: 'c'.repeat(64) }, 'noSuchFile'],
    ['with a reason of a thousand pages', { reason: 'x'.repeat(501) }, 'malformed'],
  ])('%s: %s', (_, wrong, code) => {
    const payload = { ...removal, ...wrong };
    expect(codeOf(officeWithFile().decideUnchecked('removeAttachment', payload, berndKrueger))).toBe(code);
  });

  it('lets the same bytes come back, and go again', () => {
    const office = officeWithFile();
    expect(codeOf(office.decide('removeAttachment', removal, berndKrueger))).toBe('accepted');
    expect(codeOf(office.decide('attachFile', { caseId: id, ...file }, berndKrueger))).toBe('accepted');
    expect(codeOf(office.decide('removeAttachment', removal, berndKrueger))).toBe('accepted');
    expect(office.dossier().attachments).toEqual([]);
  });
});
