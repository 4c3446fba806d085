import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Colour, contrast, contrastWithWhite, lightEnoughForDark, neededContrast } from './colour.ts';
import { colourOf, townColour } from './settings.ts';

describe('colours', () => {
  it('have the contrast that WCAG gives as examples', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrastWithWhite('#ffffff')).toBe(1);
    // the two greys on either side of the limit
    expect(contrastWithWhite('#767676')).toBeGreaterThan(neededContrast);
    expect(contrastWithWhite('#777777')).toBeLessThan(neededContrast);
  });

  it('of a town are refused where they can’t be read on white', () => {
    expect(townColour.safeParse('#1f6b3a').success).toBe(true);
    for (const wrong of ['#ffdd00', '#777777', '#fff', 'red', '#1F6B3A;', ''])
      expect([wrong, townColour.safeParse(wrong).success]).toEqual([wrong, false]);
    for (const named of ['blue', 'green', 'wine'] as const)
      expect(contrastWithWhite(colourOf(named))).toBeGreaterThanOrEqual(neededContrast);
  });

  it('can be read on a dark page, whatever they are', () => {
    const colour = fc
      .integer({ min: 0, max: 0xffffff })
      .map((value): Colour => `#${value.toString(16).padStart(6, '0')}`);
    fc.assert(fc.property(colour, (each) => contrast(lightEnoughForDark(each), '#202330') >= neededContrast));
  });
});
