import { describe, expect, it } from 'vitest';
import { noFilters } from './case-filters.ts';
import { isSameListState, parseListState, startListState } from './list-state.ts';
import { nameProblem, parseSavedViews, type SavedView, withoutView, withView } from './saved-views.ts';

const overdue: SavedView = {
  id: 'view-1',
  name: 'Überfällige',
  view: 'all',
  state: {
    filters: { ...noFilters, deadline: ['overdue'] },
    sorting: { by: 'deadline', direction: 'asc' },
    columns: ['fileReference', 'deadline'],
  },
};
const asKept = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('saved views', () => {
  it('come back as they went, in German order of their names', () => {
    const views = withView(withView([], { ...overdue, id: 'view-2', name: ' Zuletzt ' }), overdue);
    expect(views.map(({ name }) => name)).toEqual(['Überfällige', 'Zuletzt']);
    expect(parseSavedViews(asKept(views))).toEqual(views);
  });

  it('what is damaged costs itself only', () => {
    const damaged = [
      null,
      'view',
      { ...overdue, id: '../x' },
      { ...overdue, id: 'no-name', name: ' ' },
      { ...overdue, id: 'no-list', view: 'elsewhere' },
      overdue,
      { ...overdue, name: 'the same id again' },
    ];
    expect(parseSavedViews(asKept(damaged))).toEqual([overdue]);
    for (const nothing of [undefined, null, {}, 'x', 3]) expect(parseSavedViews(nothing)).toEqual([]);
  });

  it('a view whose filters or columns are damaged keeps its name and what is left', () => {
    const state = { filters: { deadline: ['overdue', 'someday'] }, sorting: { by: 'colour' }, columns: 7 };
    expect(parseSavedViews([{ ...overdue, state }])).toEqual([
      { ...overdue, state: { ...startListState, filters: overdue.state.filters } },
    ]);
  });

  it('a name is needed, once, whatever its case; its own it may keep', () => {
    expect(nameProblem([overdue], '  ')).toBe('empty');
    expect(nameProblem([overdue], 'überfällige')).toBe('taken');
    expect(nameProblem([overdue], 'überfällige', overdue.id)).toBeUndefined();
    const many = Array.from({ length: 100 }, (_, index) => ({
      ...overdue,
      id: `view-${index}`,
      name: `Nummer ${index}`,
    }));
    expect(nameProblem(many, 'Neu')).toBe('tooMany');
  });

  it('deleted and put back it is as before', () => {
    expect(withView(withoutView([overdue], overdue.id), overdue)).toEqual([overdue]);
  });
});

describe('how a list is set up', () => {
  it('is the same however the filters were chosen one after another', () => {
    const one = { ...startListState, filters: { ...noFilters, status: ['received', 'inProgress'] } };
    const other = { ...startListState, filters: { ...noFilters, status: ['inProgress', 'received'] } };
    expect(isSameListState(one, other)).toBe(true);
    expect(isSameListState(one, startListState)).toBe(false);
  });

  it('comes back as it went', () => {
    expect(parseListState(asKept(overdue.state))).toEqual(overdue.state);
    expect(parseListState(undefined)).toEqual(startListState);
  });
});
