import { z } from '@amtsstube/shared/domain/zod';
import type { SmallFiles } from '../host/host.ts';

const fileName = 'drafts';
const kept = z.record(z.string(), z.string());

/** Texts typed and not yet saved, by key (`note/<case>`). */
export interface Drafts {
  read(key: string): string;
  /** '' forgets it. */
  write(key: string, text: string): void;
  has(): boolean;
  /** Resolves when none is on the disk any more. */
  clear(): Promise<void>;
  /** Resolves when what was written last is kept. */
  settled(): Promise<void>;
}

/**
 * Drafts outlive a refusal, a reload, a crash and a locked screen. They are personal data: `files` are the clerk's sealed
 * ones. Memory is the truth; a full disk costs only the copy.
 */
export async function openDrafts(files: SmallFiles): Promise<Drafts> {
  const bytes = await files.read(fileName).catch(() => undefined);
  const texts = new Map(Object.entries((bytes && kept.safeParse(parseJson(bytes)).data) ?? {}));
  let running: Promise<void> | undefined;
  let isStale = false;

  function keep(): Promise<void> {
    isStale = true;
    running ??= write().finally(() => {
      running = undefined;
    });
    return running;
  }

  /** One write at a time, and once more for what was typed meanwhile. */
  async function write(): Promise<void> {
    while (isStale) {
      isStale = false;
      const all = new TextEncoder().encode(JSON.stringify(Object.fromEntries(texts)));
      // an older copy would come back as if it were the newest
      await (texts.size > 0 ? files.write(fileName, all) : files.remove(fileName)).catch(() =>
        files.remove(fileName).catch(() => undefined),
      );
    }
  }

  return {
    read: (key) => texts.get(key) ?? '',
    write(key, text) {
      if (text === '') texts.delete(key);
      else texts.set(key, text);
      void keep();
    },
    has: () => texts.size > 0,
    async clear() {
      texts.clear();
      await keep();
    },
    settled: async () => {
      await running;
    },
  };
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
