import type { Actor } from '@amtsstube/shared/domain/actor';
import { standIn } from '@amtsstube/shared/domain/clerk';
import { clerkId } from '@amtsstube/shared/domain/ids';
import { localDate } from '@amtsstube/shared/domain/time';
import { describe, expect, it } from 'vitest';
import { deadlineStateOn } from '../../ui/deadline-state.ts';
import { isInView, type Looking, rowsInView } from './is-in-view.ts';
import { aRow } from './test-rows.ts';

const department = aRow().caseRecord.departmentId;
const anna = {
  kind: 'clerk',
  clerkId: clerkId.parse('anna'),
  role: 'clerk',
  departmentIds: [department],
} satisfies Actor;
const actor: Looking = { actor: anna, deadlineState: deadlineStateOn(localDate.parse('2026-11-27')) };

describe('the views of the inbox', () => {
  const decision = { kind: 'approved', decidedBy: 'anna', decidedAt: '2026-11-23T08:00:00.000Z' };

  it('unassigned: what nobody has taken and nobody has decided', () => {
    expect(isInView(aRow().caseRecord, 'unassigned', actor)).toBe(true);
    expect(isInView(aRow({ assigneeId: 'anna' }).caseRecord, 'unassigned', actor)).toBe(false);
    expect(isInView(aRow({ status: 'decided', decision }).caseRecord, 'unassigned', actor)).toBe(false);
  });

  it('mine: what the clerk has; all: everything', () => {
    expect(isInView(aRow({ assigneeId: 'anna' }).caseRecord, 'mine', actor)).toBe(true);
    expect(isInView(aRow({ assigneeId: 'bernd' }).caseRecord, 'mine', actor)).toBe(false);
    expect(isInView(aRow({ assigneeId: 'bernd' }).caseRecord, 'all', actor)).toBe(true);
  });

  it('deputy and due: what somebody has whom the clerk stands in for', () => {
    const deputyFor = [standIn.parse({ clerkId: 'bernd', from: '2026-11-23', until: '2026-11-27' })];
    const deputy: Looking = { ...actor, actor: { ...anna, deputyFor } };
    const bernds = aRow({ assigneeId: 'bernd', deadlineOn: '2026-11-27' }).caseRecord;
    for (const view of ['deputy', 'due'] as const) {
      expect(isInView(bernds, view, deputy)).toBe(true);
      expect(isInView(bernds, view, actor)).toBe(false);
    }
    expect(isInView(aRow({ assigneeId: 'doris' }).caseRecord, 'deputy', deputy)).toBe(false);
  });

  it.each([
    ['hers, overdue', { assigneeId: 'anna', deadlineOn: '2026-11-20' }, true],
    ['hers, within seven days', { assigneeId: 'anna', deadlineOn: '2026-12-04' }, true],
    ['hers, later', { assigneeId: 'anna', deadlineOn: '2026-12-05' }, false],
    [
      'hers, the day for the answer is over',
      { assigneeId: 'anna', status: 'waiting', waitingUntil: '2026-11-26' },
      true,
    ],
    ['hers, with an answer', { assigneeId: 'anna', unreadAnswers: 1 }, true],
    ['hers, decided', { assigneeId: 'anna', status: 'decided', decision, deadlineOn: '2026-11-20' }, false],
    ['nobody’s', { deadlineOn: '2026-11-27' }, true],
    ['nobody’s, of another department', { deadlineOn: '2026-11-27', departmentId: 'elsewhere' }, false],
    ['a colleague’s', { assigneeId: 'bernd', deadlineOn: '2026-11-20' }, false],
    [
      'a colleague’s that she wanted to see again',
      { assigneeId: 'bernd', followUp: { on: '2026-11-27', word: '', byId: 'anna' } },
      true,
    ],
  ])('due: %s', (_, changed, isDue) => {
    expect(isInView(aRow(changed).caseRecord, 'due', actor)).toBe(isDue);
  });

  it('of a list: the same rows while the list is the same, others in another list', () => {
    const rows = [aRow({ id: 'free' }), aRow({ id: 'annas', assigneeId: 'anna' })];
    const ids = (view: 'all' | 'mine' | 'unassigned', of = rows) =>
      rowsInView(of, view, actor).map(({ caseRecord }) => caseRecord.id);
    expect([ids('all'), ids('mine'), ids('unassigned')]).toEqual([['free', 'annas'], ['annas'], ['free']]);
    expect(rowsInView(rows, 'mine', actor)).toBe(rowsInView(rows, 'mine', actor));
    expect(ids('mine', [aRow({ id: 'another', assigneeId: 'anna' })])).toEqual(['another']);
  });
});
