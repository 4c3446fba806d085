import { expect, it } from 'vitest';
import { KeySettings } from './key-settings.ts';

it('a choice is kept for the next start, and without storage for this page', () => {
  const kept = new Map<string, string>();
  const storage = () => ({
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
  expect(new KeySettings(storage).characterKeys).toBe(true);
  new KeySettings(storage).change(false);
  expect(new KeySettings(storage).characterKeys).toBe(false);

  const without = new KeySettings(() => {
    throw new DOMException('forbidden', 'SecurityError');
  });
  without.change(false);
  expect(without.characterKeys).toBe(false);
});
