const prefix = 'amtsstube.draft.';

/** The part of the Web Storage that drafts need. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** Texts typed and not yet saved, by key (`note/<case>`). */
export interface Drafts {
  read(key: string): string;
  /** '' forgets it. */
  write(key: string, text: string): void;
  has(): boolean;
  clear(): void;
}

/**
 * Drafts outlive a refusal, a reload and a crash of the page, and nothing longer: `sessionStorage` ends with the tab,
 * because they are personal data and the profile is readable. Memory is the truth; a full storage costs only the copy.
 */
export function createDrafts(storage: DraftStorage): Drafts {
  const texts = new Map<string, string>();
  for (let index = 0; index < storage.length; index += 1) {
    const key = storage.key(index);
    if (key?.startsWith(prefix)) texts.set(key.slice(prefix.length), storage.getItem(key) ?? '');
  }
  return {
    read: (key) => texts.get(key) ?? '',
    write(key, text) {
      if (text === '') {
        texts.delete(key);
        storage.removeItem(prefix + key);
        return;
      }
      texts.set(key, text);
      keepCopy(storage, prefix + key, text);
    },
    has: () => texts.size > 0,
    clear() {
      for (const key of texts.keys()) storage.removeItem(prefix + key);
      texts.clear();
    },
  };
}

function keepCopy(storage: DraftStorage, key: string, text: string): void {
  try {
    storage.setItem(key, text);
  } catch (error) {
    // an older copy would come back as if it were the newest
    storage.removeItem(key);
    if (!(error instanceof DOMException)) throw error;
  }
}
