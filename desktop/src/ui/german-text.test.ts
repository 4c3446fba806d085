import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareGerman, foldGerman, germanSortKey } from './german-text.ts';

describe('a sort key', () => {
  const letters = [...'aäbcdeéfgijkłlmnoöøpqrsßtuüvwxyzAÄBEOÖSUÜZ'];
  const text = fc
    .array(fc.constantFrom(...letters, ...'0123456789', ..." -,.'()/&+"), { maxLength: 12 })
    .map((characters) => characters.join(''));

  it('orders any two texts as the German collator does', () => {
    fc.assert(
      fc.property(text, text, (left, right) => {
        const [leftKey, rightKey] = [germanSortKey(left), germanSortKey(right)];
        const order = leftKey < rightKey ? -1 : leftKey > rightKey ? 1 : 0;
        expect(order).toBe(Math.sign(compareGerman(left, right)));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['HST-2026-9', 'HST-2026-00010'],
    ['Ärmel', 'Arndt'],
    ['Otto', 'Öztürk'],
    ['von Arnim', 'Vonderau'],
    ['', 'Abel'],
  ])('%j comes before %j', (left, right) => {
    expect(germanSortKey(left) < germanSortKey(right)).toBe(true);
  });
});

describe('folding', () => {
  it.each([
    ['Müller', 'muller'],
    ['MUELLER', 'muller'],
    ['Weiß', 'weiss'],
    ['Łukasz Sørensen', 'lukasz sorensen'],
    ['HST-2026-00017', 'hst-2026-00017'],
  ])('%s: %s', (text, folded) => {
    expect(foldGerman(text)).toBe(folded);
  });
});
