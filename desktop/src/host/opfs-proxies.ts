import { parseFileName } from './file-name.ts';
import type { BlobFiles, JournalFile, JournalFiles, SmallFiles } from './host.ts';
import type { OpfsClient } from './opfs-client.ts';

/** Each call hands the worker a copy of its own: the caller may reuse its buffer, and a view shares one with others. */
export function createJournalFilesProxy({ call }: OpfsClient): JournalFiles {
  return {
    list: () => call({ kind: 'listJournals' }),
    async open(name): Promise<JournalFile> {
      const handle = await call({ kind: 'openJournal', name: parseFileName(name) });
      return {
        read: () => call({ kind: 'readJournal', handle }),
        append: (bytes) => call({ kind: 'appendJournal', handle, bytes: bytes.slice() }),
        truncate: (length) => call({ kind: 'truncateJournal', handle, length }),
        close: () => call({ kind: 'closeJournal', handle }),
      };
    },
    setAside: async (name, bytes) =>
      call({ kind: 'setAside', name: parseFileName(name), bytes: bytes.slice() }),
    remove: async (name) => call({ kind: 'removeJournal', name: parseFileName(name) }),
  };
}

export function createSmallFilesProxy({ call }: OpfsClient): SmallFiles {
  return {
    read: async (name) => call({ kind: 'readFile', name: parseFileName(name) }),
    write: async (name, bytes) =>
      call({ kind: 'writeFile', name: parseFileName(name), bytes: bytes.slice() }),
    remove: async (name) => call({ kind: 'removeFile', name: parseFileName(name) }),
  };
}

/** Blobs' pieces are big: a copy of its own for each call, as above. */
export function createBlobFilesProxy({ call }: OpfsClient): BlobFiles {
  return {
    list: () => call({ kind: 'listBlobs' }),
    read: async (name) => call({ kind: 'readBlob', name: parseFileName(name) }),
    write: async (name, bytes) =>
      call({ kind: 'writeBlob', name: parseFileName(name), bytes: bytes.slice() }),
    remove: async (name) => call({ kind: 'removeBlob', name: parseFileName(name) }),
  };
}
