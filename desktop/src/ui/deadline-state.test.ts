import { localDate } from '@amtsstube/shared/domain/time';
import { aCase } from '@amtsstube/shared/fixtures/builders';
import { annaBerger } from '@amtsstube/shared/fixtures/test-town';
import { describe, expect, it } from 'vitest';
import { deadlineStateOn } from './deadline-state.ts';

const on = (day: string) => localDate.parse(day);
const stateOf = deadlineStateOn(on('2026-11-27'));

describe('how pressing a deadline is', () => {
  it.each([
    ['2026-11-26', 'overdue'],
    ['2026-11-27', 'today'],
    ['2026-11-28', 'soon'],
    ['2026-12-04', 'soon'],
    ['2026-12-05', 'later'],
  ])('%s: %s', (day, state) => {
    expect(stateOf(aCase({ deadlineOn: on(day) }))).toBe(state);
  });

  it('is nothing without a date, and nothing any more once decided', () => {
    expect(stateOf(aCase())).toBe('none');
    const decision = {
      kind: 'approved',
      decidedBy: annaBerger.id,
      decidedAt: aCase().submittedAt,
    } as const;
    expect(stateOf(aCase({ deadlineOn: on('2026-11-01'), status: 'decided', decision }))).toBe('done');
  });
});
