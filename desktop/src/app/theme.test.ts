import { describe, expect, it } from 'vitest';
import { theme } from './theme.ts';

type Scheme = { readonly palette: Record<string, Record<string, string>> };
const { colorSchemes: schemes } = theme as unknown as { readonly colorSchemes: Record<string, Scheme> };

/** WCAG 2.2's ratio of two colours written as `#rrggbb`. */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

describe.each([
  ['light', 4.5],
  ['dark', 4.5],
  ['contrastLight', 7],
  ['contrastDark', 7],
])('the colours of %s', (name, least) => {
  const { palette } = schemes[name] ?? { palette: {} };
  const color = (of: string, token: string) => palette[of]?.[token] ?? '';

  it(`have at least ${least} : 1 as text on both grounds, and on their own surface`, () => {
    const texts = ['primary', 'warning', 'success', 'error', 'info'];
    for (const ground of [color('background', 'default'), color('background', 'paper')]) {
      for (const token of ['primary', 'secondary'])
        expect(contrast(color('text', token), ground), token).toBeGreaterThanOrEqual(least);
      for (const of of texts) expect(contrast(color(of, 'main'), ground), of).toBeGreaterThanOrEqual(least);
    }
    for (const of of texts)
      expect(contrast(color(of, 'contrastText'), color(of, 'main')), of).toBeGreaterThanOrEqual(least);
  });
});
