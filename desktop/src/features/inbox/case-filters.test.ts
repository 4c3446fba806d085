import { localDate } from '@amtsstube/shared/domain/time';
import { aCase } from '@amtsstube/shared/fixtures/builders';
import { annaBerger, berndKrueger, testTown } from '@amtsstube/shared/fixtures/test-town';
import { describe, expect, it } from 'vitest';
import { deadlineStateOn } from '../../ui/deadline-state.ts';
import {
  countValues,
  type FilterContext,
  type Filters,
  filterCases,
  hiddenByKind,
  isFiltering,
  me,
  nobody,
  noFilters,
  parseFilters,
  toggleFilter,
} from './case-filters.ts';
import { aRow } from './test-rows.ts';

const on = (day: string) => localDate.parse(day);
const context: FilterContext = {
  clerkId: annaBerger.id,
  deadlineState: deadlineStateOn(on('2026-11-27')),
};
const rows = [
  aRow({ id: 'free-overdue', deadlineOn: '2026-11-20' }),
  aRow({ id: 'free-today', deadlineOn: '2026-11-27' }),
  aRow({ id: 'mine-soon', deadlineOn: '2026-12-01', assigneeId: annaBerger.id, status: 'inProgress' }),
  aRow({ id: 'his-none', assigneeId: berndKrueger.id, status: 'inProgress' }),
  aRow({
    id: 'decided',
    deadlineOn: '2026-11-01',
    assigneeId: annaBerger.id,
    status: 'decided',
    decision: { kind: 'approved', decidedBy: annaBerger.id, decidedAt: aCase().submittedAt },
  }),
];
const shown = (filters: Partial<Filters>) =>
  filterCases(rows, { ...noFilters, ...filters }, context).map(({ caseRecord }) => caseRecord.id);

describe('filtering the list', () => {
  it.each<[string, Partial<Filters>, string[]]>([
    ['nothing chosen', {}, ['free-overdue', 'free-today', 'mine-soon', 'his-none', 'decided']],
    ['a status', { status: ['approved'] }, ['decided']],
    ['two of a kind: either', { status: ['approved', 'inProgress'] }, ['mine-soon', 'his-none', 'decided']],
    ['nobody’s', { assignee: [nobody] }, ['free-overdue', 'free-today']],
    ['mine', { assignee: [me] }, ['mine-soon', 'decided']],
    ['a colleague’s', { assignee: [berndKrueger.id] }, ['his-none']],
    ['overdue, which nothing decided is', { deadline: ['overdue'] }, ['free-overdue']],
    ['due today', { deadline: ['today'] }, ['free-today']],
    ['within seven days, today among them', { deadline: ['week'] }, ['free-today', 'mine-soon']],
    ['without a deadline', { deadline: ['none'] }, ['his-none']],
    ['two kinds: both', { assignee: [me], deadline: ['week'] }, ['mine-soon']],
    ['service', { service: [testTown.serviceId], department: ['elsewhere'] }, []],
  ])('%s', (_, filters, expected) => {
    expect(shown(filters)).toEqual(expected);
  });

  it('counts what each value would show beside the other kinds’ filters, its own kind’s left out', () => {
    const filters = { ...noFilters, assignee: [me], deadline: ['overdue'] };
    const byDeadline = countValues(rows, filters, 'deadline', context);
    expect(Object.fromEntries(byDeadline)).toEqual({ week: 1 });
    const byAssignee = countValues(rows, filters, 'assignee', context);
    expect(Object.fromEntries(byAssignee)).toEqual({ [nobody]: 1 });
  });

  it('tells which filter hides how many by itself', () => {
    expect(hiddenByKind(rows, { ...noFilters, assignee: [me], deadline: ['overdue'] }, context)).toEqual([
      { kind: 'deadline', hidden: 2 },
      { kind: 'assignee', hidden: 1 },
    ]);
    expect(hiddenByKind(rows, noFilters, context)).toEqual([]);
  });
});

describe('filters as they are kept', () => {
  it('come back as they went', () => {
    const filters = toggleFilter(toggleFilter(noFilters, 'status', 'received'), 'assignee', me);
    expect(parseFilters(JSON.parse(JSON.stringify(filters)))).toEqual(filters);
    expect(isFiltering(filters)).toBe(true);
    expect(toggleFilter(toggleFilter(filters, 'assignee', me), 'status', 'received')).toEqual(noFilters);
  });

  it.each([
    undefined,
    null,
    'status',
    [],
    { status: 'received' },
    { status: [1, null, 'archived'], deadline: ['tomorrow'], channel: ['fax'], other: ['x'] },
  ])('from %j: nothing is filtered', (damaged) => {
    expect(parseFilters(damaged)).toEqual(noFilters);
    expect(isFiltering(parseFilters(damaged))).toBe(false);
  });
});
