import { expect, it } from 'vitest';
import { nextZoom, scaleOf } from './zoom.ts';

it.each<[string, 'fit' | number, number, number, number]>([
  ['fits a page into a narrow window', 'fit', 800, 400, 0.5],
  ['never below the smallest step', 'fit', 8000, 400, 0.25],
  ['doesn’t blow up a small picture', 'fit', 10, 1000, 2],
  ['takes a factor as it is', 1.5, 800, 400, 1.5],
])('%s', (_, zoom, width, room, scale) => {
  expect(scaleOf(zoom, width, room)).toBe(scale);
});

it('goes through all steps up and down again, and ends there', () => {
  const up: number[] = [];
  for (let next = nextZoom(0.3, 'in'); next !== undefined; next = nextZoom(next, 'in')) up.push(next);
  expect(up).toEqual([0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4]);
  expect(nextZoom(0.5, 'out')).toBe(0.25);
  expect(nextZoom(0.25, 'out')).toBeUndefined();
});
