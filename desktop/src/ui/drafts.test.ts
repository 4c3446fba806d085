import { describe, expect, it } from 'vitest';
import { createDrafts, type DraftStorage } from './drafts.ts';

describe('drafts', () => {
  it('outlive the page and end when they are written empty', () => {
    const storage = aStorage();
    createDrafts(storage).write('note/case-1', 'Rückruf am Montag');
    const afterReload = createDrafts(storage);
    expect(afterReload.read('note/case-1')).toBe('Rückruf am Montag');
    expect(afterReload.has()).toBe(true);

    afterReload.write('note/case-1', '');
    expect(createDrafts(storage).has()).toBe(false);
    expect(storage.length).toBe(0);
  });

  it('clear takes all of them and nothing that is not a draft', () => {
    const storage = aStorage();
    storage.setItem('other', 'stays');
    const drafts = createDrafts(storage);
    drafts.write('note/case-1', 'a');
    drafts.write('reason/case-2', 'b');
    drafts.clear();
    expect(drafts.has()).toBe(false);
    expect(storage.length).toBe(1);
  });

  it('keep the text in memory when the storage is full, and leave no older copy behind', () => {
    const storage = aStorage();
    const drafts = createDrafts(storage);
    drafts.write('note/case-1', 'short');
    storage.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    drafts.write('note/case-1', 'longer');
    expect(drafts.read('note/case-1')).toBe('longer');
    expect(createDrafts(storage).read('note/case-1')).toBe('');
  });
});

function aStorage(): DraftStorage {
  const entries = new Map<string, string>();
  return {
    get length() {
      return entries.size;
    },
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
  };
}
