import type { Actor } from '@amtsstube/shared/domain/actor';
import { caseRecord } from '@amtsstube/shared/domain/case';
import { clerkId } from '@amtsstube/shared/domain/ids';
import { describe, expect, it } from 'vitest';
import type { CaseRow } from '../../data/desk.ts';
import { isInView, matches, type Naming, sortCases } from './list-cases.ts';

const anna = clerkId.parse('anna');
const actor: Actor = { kind: 'clerk', clerkId: anna, role: 'clerk', departmentIds: [] };
const naming: Naming = {
  serviceName: (id) => id,
  assigneeName: (id) => id ?? '',
  statusName: (status) => status,
};

describe('searching the list', () => {
  const mueller = aRow({ applicantName: 'Jörg Müller-Weiß', fileReference: 'HST-2026-00017' }).caseRecord;

  it.each(['müller', 'MUELLER', 'Muller', 'weiss jörg', 'joerg', '00017', 'hst-2026', '', '  '])(
    'finds by "%s"',
    (query) => {
      expect(matches(mueller, query)).toBe(true);
    },
  );

  it.each(['Meier', 'müller 00018'])('does not find by "%s"', (query) => {
    expect(matches(mueller, query)).toBe(false);
  });
});

describe('sorting the list', () => {
  it('puts umlauts where a German looks for them', () => {
    const rows = ['Zander', 'Ärmel', 'Arndt', 'Öztürk', 'Otto', 'azur'].map((applicantName) =>
      aRow({ applicantName }),
    );
    const sorted = sortCases(rows, { by: 'applicant', direction: 'asc' }, naming);
    expect(sorted.map((row) => row.caseRecord.applicantName)).toEqual([
      'Ärmel',
      'Arndt',
      'azur',
      'Otto',
      'Öztürk',
      'Zander',
    ]);
  });

  it('orders file references by their number and keeps the order of equals', () => {
    const rows = ['HST-2026-10', 'HST-2026-9', 'HST-2026-9'].map((fileReference, index) =>
      aRow({ fileReference, id: `case-${index}` }),
    );
    const sorted = sortCases(rows, { by: 'fileReference', direction: 'asc' }, naming);
    expect(sorted.map((row) => row.caseRecord.id)).toEqual(['case-1', 'case-2', 'case-0']);
  });
});

describe('the views of the inbox', () => {
  const decision = { kind: 'approved', decidedBy: 'anna', decidedAt: '2026-11-23T08:00:00.000Z' };

  it('unassigned: what nobody has taken and nobody has decided', () => {
    expect(isInView(aRow({}).caseRecord, 'unassigned', actor)).toBe(true);
    expect(isInView(aRow({ assigneeId: 'anna' }).caseRecord, 'unassigned', actor)).toBe(false);
    expect(isInView(aRow({ status: 'decided', decision }).caseRecord, 'unassigned', actor)).toBe(false);
  });

  it('mine: what the clerk has; all: everything', () => {
    expect(isInView(aRow({ assigneeId: 'anna' }).caseRecord, 'mine', actor)).toBe(true);
    expect(isInView(aRow({ assigneeId: 'bernd' }).caseRecord, 'mine', actor)).toBe(false);
    expect(isInView(aRow({ assigneeId: 'bernd' }).caseRecord, 'all', actor)).toBe(true);
  });
});

function aRow(changed: Record<string, unknown>): CaseRow {
  const parsed = caseRecord.parse({
    id: 'case-1',
    scope: 'residents/active',
    fileReference: 'HST-2026-00001',
    serviceId: 'dog-tax',
    departmentId: 'residents',
    channel: 'web',
    status: 'received',
    applicantName: 'Erika Mustermann',
    submittedAt: '2026-11-23T08:00:00.000Z',
    assigneeId: null,
    assignedAt: null,
    decision: null,
    deadlineOn: null,
    eventCount: 1,
    lastEventAt: '2026-11-23T08:00:00.000Z',
    ...changed,
  });
  return { caseRecord: parsed, waiting: [] };
}
