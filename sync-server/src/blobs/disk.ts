import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, readdir, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { syncDirectory, syncFile } from '../durable-files.ts';
import { StoreUnavailable } from '../store/store.ts';

/** Whole and durable in one step; what is there stays. */
export async function copyOnce(from: string, target: string): Promise<void> {
  if (await statOf(target)) return;
  await makeFolder(dirname(target));
  await copyFile(from, `${target}.new`);
  await syncFile(`${target}.new`);
  await rename(`${target}.new`, target);
  await syncDirectory(dirname(target));
}

export async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** Durable up to the first folder that was there before. */
export async function makeFolder(folder: string): Promise<void> {
  const firstMade = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (firstMade === undefined) return;
  for (let made = folder; made.length >= firstMade.length; made = dirname(made))
    await syncDirectory(dirname(made));
}

export async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
}

export async function statOf(
  path: string,
): Promise<{ readonly size: number; readonly mtimeMs: number } | undefined> {
  return stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}

/** A full, read-only or broken disk is nobody's mistake: the sender is told to come again (S3). */
const diskCodes = new Set(['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'EACCES', 'EPERM', 'EMFILE', 'ENFILE']);

export async function onDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (diskCodes.has(code)) throw new StoreUnavailable(`the blobs' disk: ${code}`, { cause: error });
    throw error;
  }
}
