import { open, rename, rm } from 'node:fs/promises';

/** A new name survives a power cut only once its folder is synced; Windows can't open a folder and needn't. */
export async function syncDirectory(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes what was written to a file durable. */
export async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Written beside and renamed, so that a crash leaves the former content or the new one, for the server's own account alone.
 * The name is durable once its folder is synced.
 */
export async function replaceFile(target: string, content: string | Uint8Array): Promise<void> {
  const beside = `${target}.new`;
  await rm(beside, { force: true });
  const handle = await open(beside, 'wx', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(beside, target);
}
