import { type FileHandle, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileName, parseFileName } from './file-name.ts';
import { freeName } from './free-name.ts';
import type { JournalFile, JournalFiles } from './host.ts';
import { HostFailure } from './host-failure.ts';
import type { NodeDirectories } from './node-directories.ts';
import { privateFileMode, syncDirectory, whileInUse, writeFully, writeNewFile } from './node-durable.ts';
import { errnoOf, nodeFailure } from './node-failure.ts';
import { takeLock } from './node-lock.ts';
import { openJournalFile } from './open-journal-file.ts';
import { createQueue } from './queue.ts';
import type { RawFile } from './raw-file.ts';

/** Journals as plain files; each open one is held by a lock file, so that a second process can't append to it. */
export function createNodeJournalFiles(directories: NodeDirectories, isOnlyProcess: boolean): JournalFiles {
  const inOrder = createQueue();
  const lockPath = (name: string) => join(directories.locks, `journal-${name}`);

  async function locked<T>(name: string, doing: string, task: (release: () => Promise<void>) => Promise<T>) {
    try {
      const lock = await takeLock(lockPath(name), isOnlyProcess);
      if (lock === undefined) throw new HostFailure('locked', `${doing}: it is open elsewhere`);
      try {
        return await task(lock.release);
      } catch (error) {
        await lock.release();
        throw error;
      }
    } catch (error) {
      throw nodeFailure(error, doing);
    }
  }

  return {
    async list() {
      const names = await readdir(directories.journals).catch((error: unknown) => {
        throw nodeFailure(error, 'listing the journals');
      });
      return names.filter((name) => fileName.safeParse(name).success).sort();
    },

    async open(name): Promise<JournalFile> {
      parseFileName(name);
      return locked(name, `opening journal ${name}`, async (release) => {
        const handle = await openOrCreate(join(directories.journals, name));
        try {
          // also when the file was there: a crash may have come between its creation and this
          await syncDirectory(directories.journals);
        } catch (error) {
          await handle.close();
          throw error;
        }
        return openJournalFile(name, rawFile(handle, release), nodeFailure);
      });
    },

    async setAside(name, bytes) {
      parseFileName(name);
      const copy = bytes.slice();
      return inOrder(async () => {
        try {
          const used = freeName(name, new Set(await readdir(directories.setAside)));
          const path = join(directories.setAside, used);
          await writeNewFile(path, copy).catch(async (error: unknown) => {
            if (errnoOf(error) !== 'EEXIST') await rm(path, { force: true });
            throw error;
          });
          await syncDirectory(directories.setAside);
          return used;
        } catch (error) {
          throw nodeFailure(error, `setting ${name} aside`);
        }
      });
    },

    async remove(name) {
      parseFileName(name);
      await locked(name, `removing journal ${name}`, async (release) => {
        await whileInUse(() => rm(join(directories.journals, name), { force: true }));
        await syncDirectory(directories.journals);
        await release();
      });
    },
  };
}

/** Never `a`: appending mode ignores positions on Linux. Never `w+`: it would empty a journal. */
async function openOrCreate(path: string): Promise<FileHandle> {
  try {
    return await whileInUse(() => open(path, 'r+'));
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
    return whileInUse(() => open(path, 'wx+', privateFileMode));
  }
}

function rawFile(handle: FileHandle, release: () => Promise<void>): RawFile {
  return {
    size: async () => (await handle.stat()).size,
    async readAll() {
      const bytes = new Uint8Array((await handle.stat()).size);
      let filled = 0;
      while (filled < bytes.length) {
        const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, filled);
        if (bytesRead === 0) throw new Error(`the file ended after ${filled} of ${bytes.length} bytes`);
        filled += bytesRead;
      }
      return bytes;
    },
    // each of them may be repeated: the same bytes at the same place, the same length
    writeAt: (position, bytes) => whileInUse(() => writeFully(handle, bytes, position)),
    flush: () => whileInUse(() => handle.datasync()),
    truncate: (length) => whileInUse(() => handle.truncate(length)),
    async close() {
      try {
        await handle.close();
      } finally {
        await release();
      }
    },
  };
}
