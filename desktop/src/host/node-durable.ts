import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { errnoOf } from './node-failure.ts';

/** Files hold keys, tokens and what citizens wrote: nobody else on the PC reads them (Windows: the profile's ACL). */
export const privateFileMode = 0o600;

/** Writes all of `bytes` at `position`: one call of the operating system may take fewer. */
export async function writeFully(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    const { bytesWritten } = await file.write(bytes, written, bytes.length - written, position + written);
    if (bytesWritten === 0) throw new Error(`the file took ${written} of ${bytes.length} bytes`);
    written += bytesWritten;
  }
}

/**
 * Makes names created, renamed or removed in a directory durable. Windows can't open a directory for this and
 * journals its names by itself.
 */
export async function syncDirectory(directory: string): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(directory, 'r');
    await handle.sync();
  } catch (error) {
    const isWindowsRefusal = ['EPERM', 'EACCES', 'EISDIR'].includes(errnoOf(error) ?? '');
    if (process.platform !== 'win32' || !isWindowsRefusal) throw error;
  } finally {
    await handle?.close();
  }
}

/**
 * Runs `step` again for about two seconds while Windows says the file is in use: virus scanners and the search index
 * hold fresh files for a moment. A step may be run twice only where that does no harm.
 */
export async function whileInUse<T>(step: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await step();
    } catch (error) {
      const isInUse = ['EPERM', 'EBUSY', 'EACCES'].includes(errnoOf(error) ?? '');
      if (!isInUse || attempt === 10) throw error;
      await delay(Math.min(10 * 2 ** attempt, 300));
    }
  }
}

/** Writes a new file, durable but for its name. Fails with EEXIST when there is one. */
export async function writeNewFile(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await whileInUse(() => open(path, 'wx', privateFileMode));
  try {
    await writeFully(handle, bytes, 0);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Replaces `path` by `bytes`, old or new after a crash; `temporaryPath` lies in the same directory. */
export async function replaceFile(path: string, temporaryPath: string, bytes: Uint8Array): Promise<void> {
  await whileInUse(() => rm(temporaryPath, { force: true }));
  try {
    await writeNewFile(temporaryPath, bytes);
    await whileInUse(() => rename(temporaryPath, path));
  } catch (error) {
    await rm(temporaryPath, { force: true }).catch(() => undefined);
    throw error;
  }
}
