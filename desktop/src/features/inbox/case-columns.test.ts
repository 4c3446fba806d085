import { describe, expect, it } from 'vitest';
import { columnTemplate, moveColumn, parseColumns, startColumns, toggleColumn } from './case-columns.ts';

describe('columns of the list', () => {
  it('can be hidden, shown last, and moved; the link stays', () => {
    const without = toggleColumn(startColumns, 'service');
    expect(without).not.toContain('service');
    expect(toggleColumn(without, 'service').at(-1)).toBe('service');
    expect(toggleColumn(startColumns, 'fileReference')).toEqual(startColumns);
    expect(moveColumn(['fileReference', 'status', 'deadline'], 'deadline', -1)).toEqual([
      'fileReference',
      'deadline',
      'status',
    ]);
  });

  it.each([
    ['fileReference', -1],
    ['deadline', 1],
    ['channel', 1],
  ] as const)('%s moved by %i stays where it is: there is no place there', (column, by) => {
    const columns = ['fileReference', 'status', 'deadline'] as const;
    expect(moveColumn(columns, column, by)).toEqual(columns);
  });

  it.each([undefined, null, {}, [], ['gone', 3]])('from %j: as at the start', (damaged) => {
    expect(parseColumns(damaged)).toEqual(startColumns);
  });

  it('what is kept: known ones, each once, the link among them', () => {
    expect(parseColumns(['status', 'gone', 'status', 'deadline'])).toEqual([
      'fileReference',
      'status',
      'deadline',
    ]);
  });

  it('have a width each, after the checkbox’s', () => {
    expect(columnTemplate(['fileReference', 'channel']).split(/ (?![^(]*\))/)).toHaveLength(3);
  });
});
