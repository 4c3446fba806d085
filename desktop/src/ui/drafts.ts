import { z } from '@amtsstube/shared/domain/zod';
import { BehaviorSubject, type Observable } from 'rxjs';
import type { SmallFiles } from '../host/host.ts';

const fileName = 'drafts';
const kept = z.record(z.string(), z.string());

/** Texts typed and not yet saved, by key (`note/<case>`). */
export interface Drafts {
  read(key: string): string;
  /** '' forgets it. */
  write(key: string, text: string): void;
  has(): boolean;
  /** False while the disk takes nothing: what was typed last is in memory alone, and who types must be told. */
  readonly isKept$: Observable<boolean>;
  readonly isKept: boolean;
  /** Resolves when none is on the disk any more. */
  clear(): Promise<void>;
  /** Resolves when what was written last is kept, or couldn't be once more (`isKept`). */
  settled(): Promise<void>;
}

/**
 * Drafts outlive a refusal, a reload, a crash and a locked screen. They are personal data: `files` are the clerk's sealed
 * ones. Memory is the truth. A disk that takes nothing keeps the older copy: an older text is better than none.
 */
export async function openDrafts(files: SmallFiles): Promise<Drafts> {
  const bytes = await files.read(fileName).catch(() => undefined);
  const texts = new Map(Object.entries((bytes && kept.safeParse(parseJson(bytes)).data) ?? {}));
  let running: Promise<void> | undefined;
  let isStale = false;
  /** What the file holds. */
  let onDisk: ReadonlyMap<string, string> = new Map(texts);
  const isKept$ = new BehaviorSubject(true);

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
      isKept$.next(await store(new Map(texts)));
    }
  }

  async function store(wanted: ReadonlyMap<string, string>): Promise<boolean> {
    if (await replace(wanted)) return true;
    // saved or thrown away since: it would come back as unfinished, and be done twice. The room it had is free then
    if ([...onDisk.keys()].every((key) => wanted.has(key))) return false;
    return (await replace(new Map())) && replace(wanted);
  }

  async function replace(wanted: ReadonlyMap<string, string>): Promise<boolean> {
    try {
      const all = new TextEncoder().encode(JSON.stringify(Object.fromEntries(wanted)));
      await (wanted.size > 0 ? files.write(fileName, all) : files.remove(fileName));
      onDisk = wanted;
      return true;
    } catch {
      return false;
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
    isKept$,
    get isKept() {
      return isKept$.value;
    },
    async clear() {
      texts.clear();
      await keep();
    },
    settled: async () => {
      // there may be room by now
      if (!isKept$.value) void keep();
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
