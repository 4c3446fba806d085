import { z } from '@amtsstube/shared/domain/zod';
import { expect, it } from 'vitest';
import { DeviceSetting } from './device-setting.ts';

const open = (storage: () => Pick<Storage, 'getItem' | 'setItem'>) =>
  new DeviceSetting('a-choice', z.boolean(), true, storage);

it('a choice is kept for the next start, and without storage for this page', () => {
  const kept = new Map<string, string>();
  const storage = () => ({
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
  expect(open(storage).value).toBe(true);
  open(storage).change(false);
  expect(open(storage).value).toBe(false);
  kept.set('a-choice', '{"damaged":');
  expect(open(storage).value).toBe(true);

  const without = open(() => {
    throw new DOMException('forbidden', 'SecurityError');
  });
  without.change(false);
  expect(without.value).toBe(false);
});
