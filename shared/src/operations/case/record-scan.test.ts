import { describe, expect, it } from 'vitest';
import { blobHash } from '../../domain/blob.ts';
import type { Attachment } from '../../domain/case.ts';
import { caseId } from '../../domain/ids.ts';
import { aFile } from '../../fixtures/builders.ts';
import { codeOf, TestOffice, type Who } from '../../fixtures/test-office.ts';
import { annaBerger } from '../../fixtures/test-town.ts';
import { put } from '../outcome.ts';

const id = caseId.parse('case-1');
const { hash } = aFile();

function officeWith(withheld: Attachment['withheld']): TestOffice {
  const office = new TestOffice();
  const file = { ...aFile(), addedBy: null, addedAt: office.decidedAt, ...(withheld && { withheld }) };
  office.write([put('dossiers', { ...office.dossier(), attachments: [file] })]);
  return office;
}

describe('recordScan', () => {
  it.each<[string, Who, string]>([
    ['a citizen', 'citizen', 'notAllowed'],
    ['a lead', annaBerger, 'notAllowed'],
    ['the system', 'system', 'accepted'],
  ])('by %s: %s', (_, who, code) => {
    const office = officeWith('inCheck');
    const before = new Map(office.documents);
    expect(codeOf(office.decide('recordScan', { caseId: id, hash, verdict: 'clean' }, who))).toBe(code);
    if (code !== 'accepted') expect(office.documents).toEqual(before);
  });

  it.each<[Attachment['withheld'], 'inCheck' | 'clean' | 'infected', Attachment['withheld'], number]>([
    [undefined, 'inCheck', 'inCheck', 0],
    ['inCheck', 'inCheck', 'inCheck', 0],
    ['infected', 'inCheck', 'infected', 0],
    ['inCheck', 'clean', undefined, 0],
    ['inCheck', 'infected', 'infected', 1],
    [undefined, 'clean', undefined, 0],
    [undefined, 'infected', 'infected', 1],
    ['infected', 'clean', 'infected', 0],
    ['infected', 'infected', 'infected', 0],
  ])('of a file that is %s: %s makes it %s', (before, verdict, after, events) => {
    const office = officeWith(before);
    const { eventCount } = office.case();
    office.decide('recordScan', { caseId: id, hash, verdict }, 'system');
    expect(office.dossier().attachments).toEqual([
      { ...aFile(), addedBy: null, addedAt: expect.any(String), ...(after && { withheld: after }) },
    ]);
    expect(office.case().eventCount).toBe(eventCount + events);
    if (events > 0)
      expect(office.dossier().events.at(-1)).toMatchObject({ kind: 'malwareFound', name: 'Nachweis.pdf' });
  });

  it('on a case that is gone, or that has no such file, changes nothing', () => {
    const office = officeWith('inCheck');
    const before = new Map(office.documents);
    const other = blobHash.parse('b'.repeat(64));
    const payload = { caseId: id, hash: other, verdict: 'infected' as const };
    expect(codeOf(office.decide('recordScan', payload, 'system'))).toBe('accepted');
    const gone = { ...payload, caseId: caseId.parse('gone') };
    expect(codeOf(office.decide('recordScan', gone, 'system'))).toBe('noSuchCase');
    expect(office.documents).toEqual(before);
  });
});
