import { expect, it } from 'vitest';
import { ListedCases } from './listed-cases.ts';

it('a case knows its neighbours in the list it was opened from, and none in another', () => {
  const row = (id: string) => ({ caseRecord: { id } });
  const listed = new ListedCases();
  expect(listed.positionOf('a')).toBeUndefined();
  listed.note(['a', 'b', 'c'].map(row));
  expect(listed.positionOf('a')).toEqual({ position: 1, count: 3, previousId: undefined, nextId: 'b' });
  expect(listed.positionOf('b')).toEqual({ position: 2, count: 3, previousId: 'a', nextId: 'c' });
  expect(listed.positionOf('c')?.nextId).toBeUndefined();
  listed.note([row('b')]);
  expect(listed.positionOf('a')).toBeUndefined();
});
