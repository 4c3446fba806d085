import { describe, expect, it } from 'vitest';
import type { Case } from '../../domain/case.ts';
import { citizenView } from '../../domain/citizen-view.ts';
import { clerk } from '../../domain/clerk.ts';
import { caseId } from '../../domain/ids.ts';
import { instant } from '../../domain/time.ts';
import { aDossier } from '../../fixtures/builders.ts';
import { codeOf, TestOffice, type Who } from '../../fixtures/test-office.ts';
import { annaBerger, berndKrueger } from '../../fixtures/test-town.ts';
import { put } from '../outcome.ts';

const id = caseId.parse('case-1');
const at = instant.parse('2026-11-23T08:30:00.000Z');
const stranger = clerk.parse({ ...berndKrueger, id: 'carla-bau', departmentIds: ['bauamt'] });
const bodyName = 'Landkreis Musterland, Bauordnungsamt';
const handOver = { caseId: id, bodyName, word: 'Lageplan liegt bei.' };
const held: Partial<Case> = { assigneeId: berndKrueger.id, assignedAt: at, status: 'inProgress' };
const decided: Partial<Case> = {
  ...held,
  status: 'decided',
  decision: { kind: 'approved', decidedBy: berndKrueger.id, decidedAt: at },
};

describe('handToBody', () => {
  it.each<[string, Partial<Case>, Who, string]>([
    ['who holds it', held, berndKrueger, 'accepted'],
    ['a lead who doesn’t hold it', held, annaBerger, 'notAssigned'],
    ['anybody, while nobody holds it', {}, berndKrueger, 'notAssigned'],
    ['who decided it', decided, berndKrueger, 'alreadyDecided'],
    ['a clerk of another department', held, stranger, 'notAllowed'],
    ['a citizen', held, 'citizen', 'notAllowed'],
  ])('by %s', (_, state, who, code) => {
    const office = new TestOffice([state]);
    const before = new Map(office.documents);
    expect(codeOf(office.decide('handToBody', handOver, who))).toBe(code);
    if (code !== 'accepted') expect(office.documents).toEqual(before);
  });

  it.each<[string, object, string]>([
    ['no body', { bodyName: ' ' }, 'textRequired'],
    ['a name too long', { bodyName: 'x'.repeat(161) }, 'malformed'],
    ['a word too long', { word: 'x'.repeat(2001) }, 'malformed'],
    ['no word', { word: '' }, 'accepted'],
  ])('with %s', (_, changed, code) => {
    const office = new TestOffice([held]);
    const payload = { ...handOver, ...changed };
    expect(codeOf(office.decideUnchecked('handToBody', payload, berndKrueger))).toBe(code);
  });

  it('ends the case; the applicant is told by mail, and reads who has it now, but not what the office wrote to them', () => {
    const office = new TestOffice([held]);
    office.write([put('dossiers', aDossier({ contactEmail: 'erika@example.org' }))]);
    const outcome = office.decide('handToBody', handOver, berndKrueger);
    expect(outcome).toMatchObject({ effects: [{ kind: 'mail', template: 'news', to: 'erika@example.org' }] });
    const [openCase, dossier] = [office.case(), office.dossier()];
    expect(openCase).toMatchObject({
      status: 'decided',
      decision: { kind: 'handedOver', decidedBy: berndKrueger.id },
    });
    const view = citizenView(openCase, dossier);
    expect(view).toMatchObject({ status: 'handedOver', handedTo: { bodyName }, decision: undefined });
    expect(JSON.stringify(view)).not.toContain('Lageplan');
  });
});
