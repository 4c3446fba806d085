import { readdir, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { parseFileName } from './file-name.ts';
import type { KeyVault } from './key-vault.ts';
import { makeNodeDirectories } from './node-directories.ts';
import { errnoOf, nodeFailure } from './node-failure.ts';
import { createNodeJournalFiles } from './node-journal-files.ts';
import { takeLock } from './node-lock.ts';
import { createNodeSmallFiles } from './node-small-files.ts';
import { createHandedOut, type OpenHost } from './open-host.ts';

export interface NodeHostOptions {
  /** Made when missing. One per (device, clerk) where J7 asks for it; on a local disk, because of fsync and locks. */
  readonly directory: string;
  /** What counts as used storage, where that is more than `directory`. */
  readonly measured?: string;
  /** Whoever starts sees to it that no other process has this directory: every other process's lock is a dead one's. */
  readonly isOnlyProcess?: boolean;
  /** Electron's Notification, or the tests' ear. */
  readonly notify: (title: string, body: string) => void;
  /** Electron's safeStorage, or the tests' own; plain Node has none. */
  readonly keyVault?: KeyVault | undefined;
}

export interface NodeHost extends OpenHost {
  readonly kind: 'node';
}

/** Files in a directory: what Electron's main process offers its window. */
export async function createNodeHost(options: NodeHostOptions): Promise<NodeHost> {
  try {
    const directories = await makeNodeDirectories(options.directory);
    const { measured = directories.root, isOnlyProcess = false } = options;
    const handedOut = createHandedOut();
    const files = await createNodeSmallFiles(directories.files);
    const blobs = await createNodeSmallFiles(directories.blobs);
    return {
      kind: 'node',
      journals: handedOut.journals(createNodeJournalFiles(directories, isOnlyProcess)),
      files,
      blobs,
      keyVault: options.keyVault,
      persistence: async () => 'unneeded',
      async storage() {
        try {
          const usedBytes = await sizeOf(measured);
          const { bavail, bsize } = await statfs(directories.root);
          return { usedBytes, quotaBytes: usedBytes + bavail * bsize };
        } catch (error) {
          throw nodeFailure(error, 'measuring the storage');
        }
      },
      async claimOwnership(name) {
        const path = join(directories.locks, `owner-${parseFileName(name)}`);
        const lock = await takeLock(path, isOnlyProcess).catch((error: unknown) => {
          throw nodeFailure(error, `claiming ${name}`);
        });
        return handedOut.ownership(lock);
      },
      notify: options.notify,
      close: handedOut.takeBack,
    };
  } catch (error) {
    throw nodeFailure(error, `opening the directory ${options.directory}`);
  }
}

async function sizeOf(directory: string): Promise<number> {
  let bytes = 0;
  for (const entry of await readdir(directory, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    try {
      bytes += (await stat(join(entry.parentPath, entry.name))).size;
    } catch (error) {
      // a temporary or lock file that went meanwhile
      if (errnoOf(error) !== 'ENOENT') throw error;
    }
  }
  return bytes;
}
