import { describe, expect, it } from 'vitest';
import { runSeed } from './run-seed.ts';

describe('a seed', () => {
  // 1 has neither, 5 a restored server, 7 failed writes, 3 both
  it.each([1, 3, 5, 7])(
    '%i gives the same history each time, to the last byte on every disk',
    async (seed) => {
      const first = await runSeed(seed);
      const again = await runSeed(seed);
      expect(first.saved).toBeGreaterThan(0);
      expect(first.trace.log.length).toBeGreaterThan(first.saved / 2);
      expect(again).toEqual(first);
    },
    60_000,
  );

  it('is one history of many: another seed gives another one', async () => {
    const [first, second] = [await runSeed(1), await runSeed(2)];
    expect(second.events).not.toBe(first.events);
    expect(second.trace.log.at(-1)?.hash).not.toBe(first.trace.log.at(-1)?.hash);
    for (const [index, desk] of first.trace.desks.entries()) expect(second.trace.desks[index]).not.toBe(desk);
  });
});
