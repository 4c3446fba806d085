import { describe, expect, it } from 'vitest';
import { drawnAtMost, rowWindow } from './row-window.ts';

describe('the drawn part of a long list', () => {
  it('is all of a short one', () => {
    expect(rowWindow(drawnAtMost, 50, -5000, 800)).toEqual({ first: 0, end: drawnAtMost });
  });

  it('always covers what is in sight and stays small, wherever the page is scrolled to', () => {
    for (let listTop = 900; listTop > -51_000; listTop -= 333) {
      const { first, end } = rowWindow(1000, 50, listTop, 800);
      const firstInSight = Math.min(999, Math.max(0, Math.floor(-listTop / 50)));
      const lastInSight = Math.min(999, Math.max(0, Math.ceil((800 - listTop) / 50) - 1));
      expect(first).toBeLessThanOrEqual(firstInSight);
      if (listTop < 800) expect(end).toBeGreaterThan(lastInSight);
      expect(end - first).toBeLessThanOrEqual(60);
      expect(end).toBeGreaterThan(first);
    }
  });
});
