import { localDate } from '@amtsstube/shared/domain/time';
import { aCase } from '@amtsstube/shared/fixtures/builders';
import { annaBerger } from '@amtsstube/shared/fixtures/test-town';
import { describe, expect, it } from 'vitest';
import { nextDue } from './due.ts';

const on = (day: string) => localDate.parse(day);
const followUp = { on: on('2026-12-02'), word: '', byId: annaBerger.id };

describe('what is due next of a case', () => {
  it.each([
    ['nothing', {}, undefined],
    ['its deadline', { deadlineOn: on('2026-12-10') }, ['deadline', '2026-12-10']],
    [
      'the answer before it',
      { deadlineOn: on('2026-12-10'), waitingUntil: on('2026-12-04') },
      ['answer', '2026-12-04'],
    ],
    [
      'what somebody wants to see before that',
      { waitingUntil: on('2026-12-04'), followUp },
      ['followUp', '2026-12-02'],
    ],
    [
      'on the same day the deadline',
      { deadlineOn: on('2026-12-02'), waitingUntil: on('2026-12-02'), followUp },
      ['deadline', '2026-12-02'],
    ],
    ['an answer that is wanted no more: nothing', { waitingUntil: null, followUp: null }, undefined],
  ] as const)('%s', (_, changed, expected) => {
    const due = nextDue(aCase(changed));
    expect(due && [due.kind, due.on]).toEqual(expected);
  });

  it('of a decided case is only what somebody wants to see again', () => {
    const decision = { kind: 'approved', decidedBy: annaBerger.id, decidedAt: aCase().submittedAt } as const;
    const decided = { status: 'decided', decision, deadlineOn: on('2026-11-01') } as const;
    expect(nextDue(aCase(decided))).toBeUndefined();
    expect(nextDue(aCase({ ...decided, followUp }))).toEqual({ kind: 'followUp', on: followUp.on });
  });
});
