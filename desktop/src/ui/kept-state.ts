import { z } from '@amtsstube/shared/domain/zod';
import type { SmallFiles } from '../host/host.ts';

const fileName = 'kept-state';
const keptValues = z.record(z.string(), z.unknown());

/** How a clerk left her screens (filters, columns, saved views), by key. What is read may be of any shape: parse it. */
export interface KeptState {
  read(key: string): unknown;
  /** Anything that JSON can say; undefined forgets it. */
  write(key: string, value: unknown): void;
  /** Calls back after each write, until the returned function is called. */
  subscribe(changed: () => void): () => void;
  /** Resolves when what was written last is kept. */
  settled(): Promise<void>;
}

/**
 * Outlives restart and sign-out. It tells what a clerk works on: `files` are her sealed ones. Damaged or unreadable, it
 * begins empty; a full disk costs what was changed since, never the work itself.
 */
export async function openKeptState(files: SmallFiles): Promise<KeptState> {
  const bytes = await files.read(fileName).catch(() => undefined);
  const values = new Map(Object.entries((bytes && keptValues.safeParse(parseJson(bytes)).data) ?? {}));
  const listeners = new Set<() => void>();
  let running: Promise<void> | undefined;
  let isStale = false;

  /** One write at a time, and once more for what was changed meanwhile. */
  async function keep(): Promise<void> {
    while (isStale) {
      isStale = false;
      const all = new TextEncoder().encode(JSON.stringify(Object.fromEntries(values)));
      await files.write(fileName, all).catch(() => undefined);
    }
  }

  return {
    read: (key) => values.get(key),
    write(key, value) {
      if (value === undefined) values.delete(key);
      else values.set(key, value);
      for (const changed of listeners) changed();
      isStale = true;
      running ??= keep().finally(() => {
        running = undefined;
      });
    },
    subscribe(changed) {
      listeners.add(changed);
      return () => void listeners.delete(changed);
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
