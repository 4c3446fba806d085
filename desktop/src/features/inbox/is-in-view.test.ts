import type { Actor } from '@amtsstube/shared/domain/actor';
import { clerkId } from '@amtsstube/shared/domain/ids';
import { describe, expect, it } from 'vitest';
import { isInView, rowsInView } from './is-in-view.ts';
import { aRow } from './test-rows.ts';

const actor: Actor = { kind: 'clerk', clerkId: clerkId.parse('anna'), role: 'clerk', departmentIds: [] };

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

  it('of a list: the same rows while the list is the same, others in another list', () => {
    const rows = [aRow({ id: 'free' }), aRow({ id: 'annas', assigneeId: 'anna' })];
    const ids = (view: 'all' | 'mine' | 'unassigned', of = rows) =>
      rowsInView(of, view, actor).map(({ caseRecord }) => caseRecord.id);
    expect([ids('all'), ids('mine'), ids('unassigned')]).toEqual([['free', 'annas'], ['annas'], ['free']]);
    expect(rowsInView(rows, 'mine', actor)).toBe(rowsInView(rows, 'mine', actor));
    expect(ids('mine', [aRow({ id: 'another', assigneeId: 'anna' })])).toEqual(['another']);
  });
});
