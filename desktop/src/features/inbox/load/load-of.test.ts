import { clerk } from '@amtsstube/shared/domain/clerk';
import { departmentId } from '@amtsstube/shared/domain/ids';
import { localDate } from '@amtsstube/shared/domain/time';
import { annaBerger, berndKrueger, testTown } from '@amtsstube/shared/fixtures/test-town';
import { describe, expect, it } from 'vitest';
import { deadlineStateOn } from '../../../ui/deadline-state.ts';
import { aRow } from '../test-rows.ts';
import { distributeEvenly, loadByClerk, loadOf } from './load-of.ts';

const doris = clerk.parse({ ...berndKrueger, id: 'doris-ehlert', name: 'Doris Ehlert' });
const bau = departmentId.parse('bau');
const state = deadlineStateOn(localDate.parse('2026-11-27'));
const day = (text: string) => localDate.parse(text);

describe('the load per clerk', () => {
  it('counts what is open in the lead’s departments, what is overdue, what comes, and since when the oldest lies', () => {
    const rows = [
      aRow({ id: 'a', assigneeId: berndKrueger.id, deadlineOn: day('2026-11-26') }),
      aRow({ id: 'b', assigneeId: berndKrueger.id, deadlineOn: day('2026-11-27'), status: 'waiting' }),
      aRow({ id: 'c', assigneeId: berndKrueger.id, departmentId: bau, scope: 'bau/active' }),
      aRow({
        id: 'd',
        assigneeId: berndKrueger.id,
        status: 'decided',
        decision: {
          kind: 'approved',
          decidedBy: berndKrueger.id,
          decidedAt: aRow({}).caseRecord.submittedAt,
        },
      }),
      aRow({ id: 'e' }),
    ];
    const loads = loadByClerk(rows, [testTown.departmentId], state);
    expect(loadOf(loads, berndKrueger.id)).toMatchObject({ open: 2, overdue: 1, waiting: 1, soon: 1 });
    expect(loadOf(loads, null)).toMatchObject({ open: 1, overdue: 0 });
    expect(loadOf(loads, annaBerger.id)).toMatchObject({ open: 0, oldestAt: undefined });
  });
});

describe('an even distribution', () => {
  const cases = ['a', 'b', 'c', 'd', 'e'].map((id) => aRow({ id }).caseRecord);
  const to = (open: readonly (readonly [typeof doris, number])[], given = cases) =>
    [
      ...distributeEvenly(given, [berndKrueger, doris], new Map(open.map(([{ id }, count]) => [id, count]))),
    ].map(([id, { name }]) => `${id} ${name.slice(0, 1)}`);

  it('gives in turn, and more to who has less', () => {
    expect(to([])).toEqual(['a B', 'b D', 'c B', 'd D', 'e B']);
    expect(to([[berndKrueger, 3]])).toEqual(['a D', 'b D', 'c D', 'd B', 'e D']);
  });

  it('counts what is taken from somebody as not hers any more', () => {
    const held = cases.map((each) => ({ ...each, assigneeId: berndKrueger.id }));
    expect(to([[berndKrueger, 5]], held)).toEqual(['a B', 'b D', 'c B', 'd D', 'e B']);
  });

  it('gives nobody what she may not work on', () => {
    const elsewhere = cases.slice(0, 1).map((each) => ({ ...each, departmentId: bau }));
    expect(to([], elsewhere)).toEqual([]);
  });
});
