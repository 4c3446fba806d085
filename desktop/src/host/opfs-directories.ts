import { HostFailure } from './host-failure.ts';

export interface OpfsDirectories {
  readonly journals: FileSystemDirectoryHandle;
  readonly setAside: FileSystemDirectoryHandle;
  readonly files: FileSystemDirectoryHandle;
  readonly blobs: FileSystemDirectoryHandle;
}

/** Opens or creates the directories below `root`; `unavailable` where this browser (or its private mode) has no OPFS. */
export async function openOpfsDirectories(root: string): Promise<OpfsDirectories> {
  // older browsers have the directory but no synchronous access, the only one whose flush can be awaited
  if (
    typeof FileSystemFileHandle !== 'function' ||
    !('createSyncAccessHandle' in FileSystemFileHandle.prototype)
  ) {
    throw new HostFailure('unavailable', 'this browser has no private file system with synchronous access');
  }
  try {
    const origin = await navigator.storage.getDirectory();
    const top = await origin.getDirectoryHandle(root, { create: true });
    return {
      journals: await top.getDirectoryHandle('journals', { create: true }),
      setAside: await top.getDirectoryHandle('set-aside', { create: true }),
      files: await top.getDirectoryHandle('files', { create: true }),
      blobs: await top.getDirectoryHandle('blobs', { create: true }),
    };
  } catch (error) {
    throw new HostFailure('unavailable', `the private file system can't be opened: ${String(error)}`, {
      cause: error,
    });
  }
}
