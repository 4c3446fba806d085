import { mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { syncDirectory } from './node-durable.ts';

/** Where a node host keeps what; apart from each other, so that no name of one can be one of another. */
export interface NodeDirectories {
  readonly root: string;
  readonly journals: string;
  readonly setAside: string;
  readonly files: string;
  readonly blobs: string;
  readonly locks: string;
}

/** Creates what is missing, durable up to the first directory that was there before. */
export async function makeNodeDirectories(root: string): Promise<NodeDirectories> {
  const directories = {
    root: resolve(root),
    journals: join(resolve(root), 'journals'),
    setAside: join(resolve(root), 'set-aside'),
    files: join(resolve(root), 'files'),
    blobs: join(resolve(root), 'blobs'),
    locks: join(resolve(root), 'locks'),
  };
  for (const directory of Object.values(directories)) {
    const firstMade = await mkdir(directory, { recursive: true, mode: 0o700 });
    if (firstMade === undefined) continue;
    for (let made = directory; made.length >= firstMade.length; made = dirname(made))
      await syncDirectory(dirname(made));
  }
  return directories;
}
