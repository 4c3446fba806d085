import type { SmallFiles } from '../../host/host.ts';
import { type CacheState, cacheState } from './base-storage.ts';

const fileName = (database: string) => `cache-state.${database}`;

/** Kept as a file, not in the database: it must survive what happens to the database, and be switched at once. */
export async function readCacheState(files: SmallFiles, database: string): Promise<CacheState | undefined> {
  const bytes = await files.read(fileName(database));
  if (bytes === undefined) return undefined;
  try {
    return cacheState.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    // the copy can be fetched anew; what would be precious lies in the journal
    return undefined;
  }
}

export function writeCacheState(files: SmallFiles, database: string, state: CacheState): Promise<void> {
  return files.write(fileName(database), new TextEncoder().encode(JSON.stringify(state)));
}
