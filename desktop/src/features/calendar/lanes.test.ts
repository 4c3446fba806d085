import { expect, it } from 'vitest';
import { inLanes } from './lanes.ts';

const span = (from: number, to: number) => ({ from, to });
const laned = (...spans: ReturnType<typeof span>[]) =>
  inLanes(spans).map(({ of, lane, lanes }) => [of.from, lane, lanes]);

it('gives the whole width to what is alone, also where one follows the other', () => {
  expect(laned(span(0, 3), span(3, 6))).toEqual([
    [0, 0, 1],
    [3, 0, 1],
  ]);
});

it('puts beside each other what overlaps, and no more than that', () => {
  expect(laned(span(0, 6), span(2, 4), span(4, 8), span(8, 9))).toEqual([
    [0, 0, 2],
    [2, 1, 2],
    [4, 1, 2],
    [8, 0, 1],
  ]);
});
