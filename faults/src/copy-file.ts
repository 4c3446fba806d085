import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { BaseStorage } from '@amtsstube/desktop/data/cache/base-storage';
import { MemoryCacheDisk, openMemoryStorage } from '@amtsstube/desktop/data/cache/memory-storage';
import { versionedDocument } from '@amtsstube/shared/replication/messages';

type Collections = MemoryCacheDisk['collections'];
type Stored = { state: MemoryCacheDisk['state']; collections: [string, unknown[], unknown][] };

export const copyFileName = 'copy.json';

/**
 * A desk's copy that outlives its process: the memory storage, written as one file whenever it has changed. A kill
 * leaves the copy of a moment ago, as IndexedDB does.
 */
export function openCopyFile(file: string): { storage: BaseStorage; write: () => void } {
  const disk = existsSync(file) ? readDisk(file) : new MemoryCacheDisk();
  const write = () => writeDisk(file, disk);
  const storage = openMemoryStorage(disk);
  return {
    storage: {
      ...storage,
      writeState: async (state) => {
        await storage.writeState(state);
        write();
      },
    },
    write,
  };
}

function readDisk(file: string): MemoryCacheDisk {
  const { state, collections } = JSON.parse(readFileSync(file, 'utf8')) as Stored;
  const disk = new MemoryCacheDisk();
  disk.state = state;
  for (const [name, documents, checkpoint] of collections) {
    const versioned = documents.map((each) => versionedDocument.parse(each));
    disk.collections.set(name, {
      documents: new Map(versioned.map((each) => [each.id, each])),
      checkpoint: checkpoint as NonNullable<ReturnType<Collections['get']>>['checkpoint'],
    });
  }
  return disk;
}

function writeDisk(file: string, disk: MemoryCacheDisk): void {
  const collections = [...disk.collections].map(([name, { documents, checkpoint }]) => [
    name,
    [...documents.values()],
    checkpoint,
  ]);
  try {
    writeFileSync(`${file}.new`, JSON.stringify({ state: disk.state, collections }));
    renameSync(`${file}.new`, file);
  } catch (error) {
    // the former copy stays: what it lacks is fetched again
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
}
