import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { densityChoices, drawnScheme, schemeChoices } from './appearance.ts';

const firstPaint = readFileSync(join(import.meta.dirname, '../../public/first-paint.js'), 'utf8');

/** What the script sets on the page before it is drawn. */
function painted(kept: string | null, system: { dark: boolean; moreContrast: boolean }) {
  const dataset: Record<string, string> = {};
  runInNewContext(firstPaint, {
    document: { documentElement: { dataset } },
    localStorage: { getItem: (name: string) => (name === 'amtsstube.appearance' ? kept : null) },
    matchMedia: (query: string) => ({
      matches:
        (query === '(prefers-color-scheme: dark)' && system.dark) ||
        (query === '(prefers-contrast: more)' && system.moreContrast),
    }),
  });
  return dataset;
}

const systems = [true, false].flatMap((dark) =>
  [true, false].map((moreContrast) => ({ dark, moreContrast })),
);

describe('the appearance', () => {
  it('before the first paint is the one the app draws, for every choice and every system', () => {
    for (const scheme of schemeChoices)
      for (const density of densityChoices)
        for (const system of systems)
          expect(painted(JSON.stringify({ scheme, density }), system), `${scheme}, ${density}`).toEqual({
            scheme: drawnScheme({ scheme, density }, system),
            density,
          });
  });

  it('follows the system where nothing, or nothing readable, was kept', () => {
    for (const kept of [null, 'null', '{', '17', '{"scheme":"pink","density":3}'])
      for (const system of systems)
        expect(painted(kept, system)).toEqual({
          scheme: drawnScheme({ scheme: 'system', density: 'comfortable' }, system),
          density: 'comfortable',
        });
  });

  it('has high contrast where it was chosen or the system asks, on the ground that was chosen', () => {
    const asks = { dark: false, moreContrast: true };
    expect(drawnScheme({ scheme: 'dark', density: 'compact' }, asks)).toBe('contrastDark');
    expect(drawnScheme({ scheme: 'light', density: 'compact' }, { ...asks, dark: true })).toBe(
      'contrastLight',
    );
    expect(drawnScheme({ scheme: 'contrast', density: 'compact' }, { dark: true, moreContrast: false })).toBe(
      'contrastDark',
    );
    expect(drawnScheme({ scheme: 'light', density: 'compact' }, { dark: true, moreContrast: false })).toBe(
      'light',
    );
  });
});
