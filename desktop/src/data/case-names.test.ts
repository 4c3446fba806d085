import { caseId } from '@amtsstube/shared/domain/ids';
import { aCase } from '@amtsstube/shared/fixtures/builders';
import { describe, expect, it } from 'vitest';
import { CaseNames } from './case-names.ts';
import type { CaseRow } from './desk.ts';

const row = (id: string, applicantName: string): CaseRow => ({
  caseRecord: aCase({ id: caseId.parse(id), applicantName }),
  waiting: [],
});

function takeInAll(names: CaseNames, rows: readonly CaseRow[]): number {
  let turns = 0;
  for (const steps = names.takeIn(rows); !steps.next().done; ) turns += 1;
  return turns;
}

describe('cases by the name of their applicant', () => {
  it('finds the same name in any spelling and order, and no other', () => {
    const names = new CaseNames();
    takeInAll(names, [
      row('a', 'Jürgen Weiß'),
      row('b', 'Weiss, Juergen'),
      row('c', 'JÜRGEN WEISS'),
      row('d', 'Jürgen Weißmann'),
      row('e', 'Jürgen Peter Weiß'),
    ]);
    expect(names.of('Jürgen Weiß').toSorted()).toEqual(['a', 'b', 'c']);
    expect(names.of('Erika Mustermann')).toEqual([]);
  });

  it('follows what changes, also while it is taken in', () => {
    const names = new CaseNames();
    const older = [row('a', 'Eva Alt'), row('b', 'Eva Alt'), row('c', 'Eva Alt')];
    names.change('a', row('a', 'Eva Neu'));
    names.change('b', undefined);
    takeInAll(names, older);
    expect(names.of('Eva Alt')).toEqual(['c']);
    expect(names.of('Eva Neu')).toEqual(['a']);
    names.change('c', row('c', 'Eva Neu'));
    expect(names.of('Eva Alt')).toEqual([]);
    expect(names.of('Eva Neu')).toEqual(['a', 'c']);
  });

  it('lets others have their turn', () => {
    const many = Array.from({ length: 1_000 }, (_, index) => row(`case-${index}`, 'Eva Alt'));
    expect(takeInAll(new CaseNames(), many)).toBe(4);
  });
});
