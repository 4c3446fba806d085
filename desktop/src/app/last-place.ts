import { z } from '@amtsstube/shared/domain/zod';
import type { SmallFiles } from '../host/host.ts';

const fileName = 'last-place';
const kept = z.object({ href: z.string().regex(/^#\//).max(500), scroll: z.number().min(0) });

export type LastPlace = z.infer<typeof kept>;

/** Where the clerk was when the desk was closed: sealed, since the address names a case. */
export async function readLastPlace(files: SmallFiles): Promise<LastPlace | undefined> {
  try {
    const bytes = await files.read(fileName);
    return bytes && kept.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data;
  } catch {
    // damaged, or unreadable: the desk begins where it always does
    return undefined;
  }
}

export interface PlaceKeeper {
  keep(place: LastPlace): void;
  /** Resolves when the place kept last is on the disk. */
  settled(): Promise<void>;
}

/** Keeps the place for the next time, one write at a time, the newest last. Nobody's work hangs on it. */
export function lastPlaceKeeper(files: SmallFiles): PlaceKeeper {
  let next: LastPlace | undefined;
  let running: Promise<void> | undefined;
  async function write() {
    while (next) {
      const bytes = new TextEncoder().encode(JSON.stringify(next));
      next = undefined;
      await files.write(fileName, bytes).catch(() => undefined);
    }
  }
  return {
    keep(place) {
      next = place;
      running ??= write().finally(() => {
        running = undefined;
      });
    },
    settled: async () => {
      await running;
    },
  };
}
