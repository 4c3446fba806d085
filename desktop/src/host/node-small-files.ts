import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileName, parseFileName } from './file-name.ts';
import type { BlobFiles } from './host.ts';
import { replaceFile, syncDirectory, whileInUse } from './node-durable.ts';
import { errnoOf, nodeFailure } from './node-failure.ts';
import { isAlive } from './node-process.ts';
import { createQueue } from './queue.ts';

/** `.<name>.<pid>.tmp`: the leading dot keeps it apart from every valid name, the pid from another process. */
const temporaryName = /^\..+\.(\d+)\.tmp$/;

/** Files in one directory, small ones or pieces of blobs: written beside, flushed, renamed over the old one. */
export async function createNodeSmallFiles(directory: string): Promise<BlobFiles> {
  const inOrder = createQueue();
  await sweepTemporaries(directory);

  return {
    async list() {
      return inOrder(async () => {
        const names = await readdir(directory).catch((error: unknown) => {
          throw nodeFailure(error, 'listing files');
        });
        return names.filter((name) => fileName.safeParse(name).success).sort();
      });
    },
    async read(name) {
      const path = join(directory, parseFileName(name));
      return inOrder(async () => {
        try {
          return new Uint8Array(await whileInUse(() => readFile(path)));
        } catch (error) {
          if (errnoOf(error) === 'ENOENT') return undefined;
          throw nodeFailure(error, `reading file ${name}`);
        }
      });
    },
    async write(name, bytes) {
      const path = join(directory, parseFileName(name));
      const copy = bytes.slice();
      await inOrder(async () => {
        try {
          await replaceFile(path, join(directory, `.${name}.${process.pid}.tmp`), copy);
          await syncDirectory(directory);
        } catch (error) {
          throw nodeFailure(error, `writing file ${name}`);
        }
      });
    },
    async remove(name) {
      const path = join(directory, parseFileName(name));
      await inOrder(async () => {
        try {
          await whileInUse(() => rm(path, { force: true }));
          await syncDirectory(directory);
        } catch (error) {
          throw nodeFailure(error, `removing file ${name}`);
        }
      });
    },
  };
}

/** A process killed while writing leaves its half file, which may hold a key or token: it goes at the next start. */
async function sweepTemporaries(directory: string): Promise<void> {
  for (const name of await readdir(directory)) {
    const pid = temporaryName.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) await rm(join(directory, name), { force: true });
  }
}
