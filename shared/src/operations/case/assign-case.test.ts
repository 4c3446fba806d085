import { describe, expect, it } from 'vitest';
import type { Case } from '../../domain/case.ts';
import { type Clerk, clerk } from '../../domain/clerk.ts';
import { caseId, clerkId } from '../../domain/ids.ts';
import { instant } from '../../domain/time.ts';
import { codeOf, TestOffice, type Who } from '../../fixtures/test-office.ts';
import { annaBerger, berndKrueger } from '../../fixtures/test-town.ts';
import { put } from '../outcome.ts';
import type { PayloadOf } from '../registry.ts';

const id = caseId.parse('case-1');
const lead = annaBerger;
const bernd = berndKrueger;
const doris = clerk.parse({ ...berndKrueger, id: 'doris-ehlert', name: 'Doris Ehlert' });
const stranger = clerk.parse({ ...berndKrueger, id: 'carla-bau', departmentIds: ['bauamt'] });
const strangerLead = clerk.parse({ ...stranger, id: 'gero-bau', role: 'lead' });
const at = instant.parse('2026-11-23T08:30:00.000Z');

const free: Partial<Case> = {};
const heldBy = ({ id: assigneeId }: Clerk): Partial<Case> => ({
  assigneeId,
  assignedAt: at,
  status: 'inProgress',
});
const decidedCase: Partial<Case> = {
  ...heldBy(bernd),
  status: 'decided',
  decision: { kind: 'approved', decidedBy: bernd.id, decidedAt: at },
};

const takeOver: PayloadOf<'assignCase'> = { action: 'takeOver', caseId: id, word: '' };
const giveBack: PayloadOf<'assignCase'> = { action: 'giveBack', caseId: id, word: 'Urlaub' };
const toDoris: PayloadOf<'assignCase'> = { action: 'handOver', caseId: id, toId: doris.id, word: 'bitte' };
const toStranger: PayloadOf<'assignCase'> = { ...toDoris, toId: stranger.id };
const toNobody: PayloadOf<'assignCase'> = { ...toDoris, toId: clerkId.parse('nobody') };

function anOffice(changed: Partial<Case>): TestOffice {
  const office = new TestOffice([changed]);
  office.write([put('clerks', doris), put('clerks', stranger)]);
  return office;
}

describe('assignCase', () => {
  it.each<[string, PayloadOf<'assignCase'>, Partial<Case>, Who, string]>([
    ['take over a free one', takeOver, free, bernd, 'accepted'],
    ['take over, lead, a free one', takeOver, free, lead, 'accepted'],
    ['take over a taken one', takeOver, heldBy(doris), bernd, 'alreadyAssigned'],
    ['take over, lead, a taken one', takeOver, heldBy(doris), lead, 'accepted'],
    ['take over one’s own', takeOver, heldBy(bernd), bernd, 'alreadyAssigned'],
    ['take over, lead, one’s own', takeOver, heldBy(lead), lead, 'alreadyAssigned'],
    ['take over a decided one', takeOver, decidedCase, doris, 'alreadyDecided'],
    ['take over, lead, a decided one', takeOver, decidedCase, lead, 'alreadyDecided'],
    ['hand over one’s own', toDoris, heldBy(bernd), bernd, 'accepted'],
    ['hand over a free one', toDoris, free, bernd, 'notAssigned'],
    ['hand over a colleague’s', toDoris, heldBy(lead), bernd, 'notAssigned'],
    ['hand over, lead, a free one', toDoris, free, lead, 'accepted'],
    ['hand over, lead, a colleague’s', toDoris, heldBy(bernd), lead, 'accepted'],
    ['hand over to another department', toStranger, heldBy(bernd), bernd, 'noSuchClerk'],
    ['hand over to nobody', toNobody, heldBy(bernd), bernd, 'noSuchClerk'],
    ['hand over a decided one', toDoris, decidedCase, bernd, 'alreadyDecided'],
    ['give back one’s own', giveBack, heldBy(bernd), bernd, 'accepted'],
    ['give back a free one', giveBack, free, bernd, 'notAssigned'],
    ['give back a colleague’s', giveBack, heldBy(doris), bernd, 'notAssigned'],
    ['give back, lead, a colleague’s', giveBack, heldBy(doris), lead, 'accepted'],
    ['give back a decided one', giveBack, decidedCase, bernd, 'alreadyDecided'],
  ])('%s', (_, payload, state, who, code) => {
    const office = anOffice(state);
    const before = new Map(office.documents);
    expect(codeOf(office.decide('assignCase', payload, who))).toBe(code);
    if (code !== 'accepted') expect(office.documents).toEqual(before);
  });

  // a refusal would otherwise tell who holds or decided a case that they may not see
  it.each<[string, Who]>([
    ['a clerk of another department', stranger],
    ['a lead of another department', strangerLead],
    ['a citizen', 'citizen'],
    ['the system', 'system'],
  ])('by %s: notAllowed and not a word more, whatever the case is', (_, who) => {
    for (const payload of [takeOver, toDoris, toStranger, giveBack]) {
      for (const state of [free, heldBy(bernd), decidedCase]) {
        expect(anOffice(state).decide('assignCase', payload, who)).toEqual({
          outcome: 'refused',
          reason: { code: 'notAllowed' },
        });
      }
    }
  });

  it('on a case that is not there: noSuchCase', () => {
    expect(codeOf(new TestOffice([]).decide('assignCase', takeOver, bernd))).toBe('noSuchCase');
  });

  it.each<[string, unknown]>([
    ['an unknown action', { ...takeOver, action: 'steal' }],
    ['a colleague without handing over', { ...takeOver, toId: doris.id }],
    ['handing over to no one', { action: 'handOver', caseId: id, word: '' }],
    ['a word too long', { ...giveBack, word: 'x'.repeat(501) }],
    ['a broken id', { ...takeOver, caseId: '../case-1' }],
  ])('with %s: malformed', (_, payload) => {
    expect(codeOf(anOffice(heldBy(bernd)).decideUnchecked('assignCase', payload, bernd))).toBe('malformed');
  });

  it('tells who holds it, and who decided it when', () => {
    expect(anOffice(heldBy(doris)).decide('assignCase', takeOver, bernd)).toMatchObject({
      reason: { code: 'alreadyAssigned', toId: doris.id },
    });
    expect(anOffice(heldBy(doris)).decide('assignCase', giveBack, bernd)).toMatchObject({
      reason: { code: 'notAssigned', toId: doris.id },
    });
    expect(anOffice(free).decide('assignCase', giveBack, bernd)).toMatchObject({
      reason: { code: 'notAssigned', toId: null },
    });
    expect(anOffice(decidedCase).decide('assignCase', takeOver, doris)).toMatchObject({
      reason: { code: 'alreadyDecided', byId: bernd.id, at },
    });
  });

  it('taken over, handed over, given back: holder, status and history follow', () => {
    const office = anOffice(free);
    office.decide('assignCase', takeOver, bernd);
    const takenAt = office.decidedAt;
    expect(office.case()).toMatchObject({ assigneeId: bernd.id, assignedAt: takenAt, status: 'inProgress' });
    office.decide('assignCase', toDoris, bernd);
    expect(office.case()).toMatchObject({
      assigneeId: doris.id,
      assignedAt: office.decidedAt,
      status: 'inProgress',
    });
    expect(codeOf(office.decide('assignCase', giveBack, bernd))).toBe('notAssigned');
    office.decide('assignCase', giveBack, doris);
    expect(office.case()).toMatchObject({ assigneeId: null, assignedAt: null, status: 'received' });
    const { events } = office.dossier();
    expect(events.slice(1).map((event) => (event.kind === 'assigned' ? event : undefined))).toMatchObject([
      { byId: bernd.id, fromId: null, toId: bernd.id, word: '', at: takenAt },
      { byId: bernd.id, fromId: bernd.id, toId: doris.id, word: 'bitte' },
      { byId: doris.id, fromId: doris.id, toId: null, word: 'Urlaub' },
    ]);
    expect(office.case().eventCount).toBe(events.length);
  });
});
