import { describe, expect, it } from 'vitest';
import { between, seededRandom } from '../fixtures/random.ts';
import { extended } from './layered-map.ts';

describe('a map in layers', () => {
  it('reads like one map that took every entry, after each of many steps', () => {
    const seed = Date.now() % 100_000;
    const random = seededRandom(seed);
    const plain = new Map<string, number | null>();
    let layered: ReadonlyMap<string, number | null> = new Map();
    for (let step = 0; step < 400; step += 1) {
      const added = new Map<string, number | null>();
      for (let count = between(random, 0, 3); count > 0; count -= 1)
        added.set(`key-${between(random, 0, 200)}`, between(random, 0, 9) === 0 ? null : step);
      layered = extended(layered, added);
      for (const [key, value] of added) plain.set(key, value);
      expect([...layered], `seed ${seed}, step ${step}`).toEqual([...plain]);
      expect([...layered.keys()]).toEqual([...plain.keys()]);
      expect([...layered.values()]).toEqual([...plain.values()]);
      expect(layered.size).toBe(plain.size);
      for (let index = 0; index <= 200; index += 7) {
        expect(layered.get(`key-${index}`)).toBe(plain.get(`key-${index}`));
        expect(layered.has(`key-${index}`)).toBe(plain.has(`key-${index}`));
      }
    }
    const seen: [string, number | null][] = [];
    layered.forEach((value, key, map) => {
      expect(map).toBe(layered);
      seen.push([key, value]);
    });
    expect(seen).toEqual([...plain]);
  });

  it('leaves what was there before as it was', () => {
    const first = extended(new Map([['a', 1]]), new Map([['b', 2]]));
    const second = extended(first, new Map([['a', 3]]));
    expect([...first]).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
    expect([...second]).toEqual([
      ['a', 3],
      ['b', 2],
    ]);
    expect(extended(second, new Map())).toBe(second);
  });
});
