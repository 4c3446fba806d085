import { HostFailure } from './host-failure.ts';

/** FileSystemSyncAccessHandle, which TypeScript knows only in its worker library (here pages and workers share one). */
export interface SyncAccessHandle {
  getSize(): number;
  read(into: Uint8Array, options: { at: number }): number;
  write(bytes: Uint8Array, options: { at: number }): number;
  truncate(length: number): void;
  flush(): void;
  close(): void;
}

type WorkerFileHandle = FileSystemFileHandle & { createSyncAccessHandle(): Promise<SyncAccessHandle> };

/** After a reload the worker of the former page may hold its files a moment longer. */
const letGoWithinMs = 5_000;
const retryEveryMs = 50;

/** Exclusive access; HostFailure `locked` when another page still has the file after five seconds. */
export async function openSyncAccess(file: FileSystemFileHandle): Promise<SyncAccessHandle> {
  const giveUpAt = performance.now() + letGoWithinMs;
  for (;;) {
    try {
      return await (file as WorkerFileHandle).createSyncAccessHandle();
    } catch (error) {
      if (!isNamed(error, 'NoModificationAllowedError')) throw error;
      if (performance.now() > giveUpAt) {
        throw new HostFailure('locked', `${file.name} is open in another window`, { cause: error });
      }
      await new Promise((resolve) => setTimeout(resolve, retryEveryMs));
    }
  }
}

/** Opens for one task and lets go in any case. */
export async function withSyncAccess<T>(
  file: FileSystemFileHandle,
  task: (access: SyncAccessHandle) => T,
): Promise<T> {
  const access = await openSyncAccess(file);
  try {
    return task(access);
  } finally {
    access.close();
  }
}

export function readAll(access: SyncAccessHandle): Uint8Array {
  const bytes = new Uint8Array(access.getSize());
  let filled = 0;
  while (filled < bytes.length) {
    const read = access.read(bytes.subarray(filled), { at: filled });
    if (read === 0) throw new HostFailure('io', `the file ended after ${filled} of ${bytes.length} bytes`);
    filled += read;
  }
  return bytes;
}

/** A write may take fewer bytes than given: the browser's way of saying that the disk itself is full. */
export function writeFully(access: SyncAccessHandle, bytes: Uint8Array, position: number): void {
  let written = 0;
  while (written < bytes.length) {
    const taken = access.write(bytes.subarray(written), { at: position + written });
    if (taken === 0)
      throw new HostFailure('quotaExceeded', `the file took ${written} of ${bytes.length} bytes`);
    written += taken;
  }
}

/** The file, or `undefined` when there is none. */
export async function findFile(
  directory: FileSystemDirectoryHandle,
  name: string,
): Promise<FileSystemFileHandle | undefined> {
  try {
    return await directory.getFileHandle(name);
  } catch (error) {
    if (isNamed(error, 'NotFoundError')) return undefined;
    throw error;
  }
}

/**
 * Removes a file; nothing to do when there is none. The access is taken first, so that a file which the worker of a
 * former page is about to let go is waited for, and one that another window has open is not taken from it.
 */
export async function removeFile(directory: FileSystemDirectoryHandle, name: string): Promise<void> {
  const file = await findFile(directory, name);
  if (file === undefined) return;
  await withSyncAccess(file, () => undefined);
  await directory.removeEntry(name);
}

/** A DOMException in the words of the host. */
export function opfsFailure(error: unknown, doing: string): HostFailure {
  if (error instanceof HostFailure) return error;
  const message = `${doing}: ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`;
  if (isNamed(error, 'QuotaExceededError'))
    return new HostFailure('quotaExceeded', message, { cause: error });
  if (isNamed(error, 'NoModificationAllowedError'))
    return new HostFailure('locked', message, { cause: error });
  return new HostFailure('io', message, { cause: error });
}

function isNamed(error: unknown, name: string): boolean {
  return error instanceof Error && error.name === name;
}
