import { describe, expect, it } from 'vitest';
import {
  type Appearance,
  appearanceKey,
  KeptAppearance,
  parseAppearance,
  usualAppearance,
} from './appearance.ts';

describe('the appearance kept on a device', () => {
  it('is there again at the next start', () => {
    const kept = new Map<string, string>();
    const storage = () => ({
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    });
    const chosen: Appearance = { mode: 'dark', contrast: 'high', density: 'compact', characterKeys: false };
    new KeptAppearance(storage).change(chosen);
    expect(new KeptAppearance(storage).value).toEqual(chosen);
    expect([...kept.keys()]).toEqual([appearanceKey]);
  });

  it.each([null, '', 'no JSON', '7', 'null', '{"mode":"pink","contrast":1,"characterKeys":"no"}'])(
    'takes %s for the usual one',
    (kept) => {
      expect(parseAppearance(kept)).toEqual(usualAppearance);
    },
  );

  it('without storage it holds as long as the page', () => {
    const appearance = new KeptAppearance(() => {
      throw new Error('SecurityError');
    });
    appearance.change({ mode: 'light' });
    expect(appearance.value.mode).toBe('light');
  });
});
