import { describe, expect, it } from 'vitest';
import { allOf, nothingSelected, rangeTo, type Selection, toggled, visibleOf } from './selection.ts';

const order = ['a', 'b', 'c', 'd', 'e'];
const ids = (selection: Selection) => [...selection.ids].toSorted().join('');

describe('selecting cases', () => {
  it('one by one, and back', () => {
    const two = toggled(toggled(nothingSelected, 'b'), 'd');
    expect(ids(two)).toBe('bd');
    expect(ids(toggled(two, 'b'))).toBe('d');
  });

  it('a range in either direction, from the row chosen last', () => {
    const from = toggled(nothingSelected, 'c');
    expect(ids(rangeTo(from, order, 'e'))).toBe('cde');
    expect(ids(rangeTo(from, order, 'a'))).toBe('abc');
  });

  it('a range that shrinks or turns gives back what it had taken, and only that', () => {
    const before = toggled(toggled(nothingSelected, 'a'), 'c');
    const wide = rangeTo(before, order, 'e', before.ids);
    expect(ids(wide)).toBe('acde');
    expect(ids(rangeTo(wide, order, 'd', before.ids))).toBe('acd');
    expect(ids(rangeTo(wide, order, 'b', before.ids))).toBe('abc');
  });

  it('a range without a beginning in sight is the row itself, which begins the next', () => {
    const gone: Selection = { ids: new Set(), anchor: 'z' };
    const one = rangeTo(gone, order, 'b');
    expect(ids(one)).toBe('b');
    expect(ids(rangeTo(one, order, 'd'))).toBe('bcd');
    expect(rangeTo(gone, order, 'z')).toBe(gone);
  });

  it('what goes out of sight is selected no more', () => {
    const all = allOf(order);
    const left = visibleOf(all, (id) => id === 'b' || id === 'c');
    expect(ids(left)).toBe('bc');
    expect(left.anchor).toBeUndefined();
    expect(visibleOf(all, () => true)).toBe(all);
  });
});
