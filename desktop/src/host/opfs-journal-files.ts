import { fileName, parseFileName } from './file-name.ts';
import { freeName } from './free-name.ts';
import type { JournalFiles } from './host.ts';
import { HostFailure } from './host-failure.ts';
import { openJournalFile } from './open-journal-file.ts';
import {
  openSyncAccess,
  opfsFailure,
  readAll,
  removeFile,
  type SyncAccessHandle,
  withSyncAccess,
  writeFully,
} from './opfs-access.ts';
import type { OpfsDirectories } from './opfs-directories.ts';
import { createQueue } from './queue.ts';
import type { RawFile } from './raw-file.ts';

/** Journals in OPFS; runs in the worker. The browser itself makes an open file exclusive among pages. */
export function createOpfsJournalFiles(directories: OpfsDirectories): JournalFiles {
  const inOrder = createQueue();
  /** Of this worker, to answer at once: no waiting makes a journal free that this very page holds. */
  const openHere = new Set<string>();

  return {
    async list() {
      try {
        const names = await namesIn(directories.journals);
        return names.filter((name) => fileName.safeParse(name).success).sort();
      } catch (error) {
        throw opfsFailure(error, 'listing the journals');
      }
    },

    async open(name) {
      parseFileName(name);
      if (openHere.has(name)) throw new HostFailure('locked', `journal ${name} is open in this window`);
      openHere.add(name);
      try {
        const file = await directories.journals.getFileHandle(name, { create: true });
        const access = await openSyncAccess(file);
        return await openJournalFile(
          name,
          rawFile(access, () => openHere.delete(name)),
          opfsFailure,
        );
      } catch (error) {
        openHere.delete(name);
        throw opfsFailure(error, `opening journal ${name}`);
      }
    },

    async setAside(name, bytes) {
      parseFileName(name);
      return inOrder(async () => {
        try {
          const used = freeName(name, new Set(await namesIn(directories.setAside)));
          const file = await directories.setAside.getFileHandle(used, { create: true });
          try {
            await withSyncAccess(file, (access) => {
              writeFully(access, bytes, 0);
              access.flush();
            });
          } catch (error) {
            await directories.setAside.removeEntry(used).catch(() => undefined);
            throw error;
          }
          return used;
        } catch (error) {
          throw opfsFailure(error, `setting ${name} aside`);
        }
      });
    },

    async remove(name) {
      parseFileName(name);
      if (openHere.has(name)) throw new HostFailure('locked', `journal ${name} is open and can't be removed`);
      openHere.add(name);
      try {
        await removeFile(directories.journals, name);
      } catch (error) {
        throw opfsFailure(error, `removing journal ${name}`);
      } finally {
        openHere.delete(name);
      }
    },
  };
}

async function namesIn(directory: FileSystemDirectoryHandle): Promise<string[]> {
  const names: string[] = [];
  for await (const name of directory.keys()) names.push(name);
  return names;
}

function rawFile(access: SyncAccessHandle, onClosed: () => void): RawFile {
  return {
    size: async () => access.getSize(),
    readAll: async () => readAll(access),
    writeAt: async (position, bytes) => writeFully(access, bytes, position),
    flush: async () => access.flush(),
    truncate: async (length) => access.truncate(length),
    close: async () => {
      access.close();
      onClosed();
    },
  };
}
