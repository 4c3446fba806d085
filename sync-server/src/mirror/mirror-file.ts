import { type FileHandle, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import { syncDirectory } from '../durable-files.ts';
import type { MirrorHeader, ReadBatch } from './mirror-batch.ts';
import { encodeFrame, noHash, scanFrames } from './mirror-format.ts';

/** Where a mirror stands: everything up to here is on the second disk. */
export interface MirrorFile {
  readonly last: MirrorHeader['after'];
  /** Resolves when it is durable. After a failure the file must be opened anew. */
  append(batch: ReadBatch): Promise<void>;
  /** Whether what is written is found under its name: a removed file takes everything and keeps nothing. */
  isInPlace(): Promise<boolean>;
  close(): Promise<void>;
}

const filePattern = /^\d{6}\.mirror$/;
const longestFile = 64 * 1024 * 1024;

/** The files of a municipality's mirror, in order. */
export async function mirrorFilesIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).filter((name) => filePattern.test(name)).toSorted();
}

/** Opens the newest file of the folder (which must exist) for appending, and cuts a torn tail (never acknowledged). */
export async function openMirrorFile(folder: string, municipality: MunicipalityId): Promise<MirrorFile> {
  const names = [...(await mirrorFilesIn(folder))];
  for (let name = names.pop(); name !== undefined; name = names.pop()) {
    const found = await openExisting(join(folder, name));
    if (found) return appending(folder, municipality, name, found);
    // a crash while the file was being made
    await rm(join(folder, name));
  }
  return begin(folder, municipality, 1, { seq: 0, hash: '0'.repeat(64) }, noHash);
}

interface Standing {
  readonly handle: FileHandle;
  readonly length: number;
  readonly last: MirrorHeader['after'];
  readonly hash: Uint8Array;
}

async function openExisting(path: string): Promise<Standing | undefined> {
  const handle = await open(path, 'r+');
  try {
    const bytes = await handle.readFile();
    const { frames, end } = scanFrames(bytes);
    const [header, ...batches] = frames;
    if (header === undefined) {
      await handle.close();
      return undefined;
    }
    if (end < bytes.length) await handle.truncate(end);
    // what a killed process wrote and did not flush counts only once it is durable
    await handle.datasync();
    let last = (header.body as MirrorHeader).after;
    for (const { body } of batches) {
      const row = (body as ReadBatch['batch']).decisions.at(-1)?.row;
      if (row) last = { seq: row.seq, hash: row.hash };
    }
    return { handle, length: end, last, hash: frames.at(-1)?.hash ?? noHash };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function begin(
  folder: string,
  municipality: MunicipalityId,
  number: number,
  after: MirrorHeader['after'],
  previous: Uint8Array,
): Promise<MirrorFile> {
  const name = `${String(number).padStart(6, '0')}.mirror`;
  const handle = await open(join(folder, name), 'wx+', 0o600);
  try {
    const header: MirrorHeader = { mirror: 1, municipality, after };
    const { bytes, hash } = encodeFrame([], previous, header);
    await writeAt(handle, bytes, 0);
    await handle.sync();
    await syncDirectory(folder);
    return appending(folder, municipality, name, { handle, length: bytes.length, last: after, hash });
  } catch (error) {
    await handle.close();
    throw error;
  }
}

function appending(
  folder: string,
  municipality: MunicipalityId,
  firstName: string,
  standing: Standing,
): MirrorFile {
  const name = firstName;
  let { handle, length, last, hash } = standing;
  let next: MirrorFile | undefined;
  return {
    get last() {
      return next?.last ?? last;
    },
    append: async (batch) => {
      if (next) return next.append(batch);
      if (length > longestFile) {
        const number = Number(name.slice(0, 6)) + 1;
        next = await begin(folder, municipality, number, last, hash);
        await handle.close();
        return next.append(batch);
      }
      const frame = encodeFrame(batch.keys, hash, batch.batch);
      await writeAt(handle, frame.bytes, length);
      await handle.datasync();
      length += frame.bytes.length;
      hash = frame.hash;
      last = batch.last ?? last;
    },
    isInPlace: async () => {
      if (next) return next.isInPlace();
      const [open, named] = await Promise.all([handle.stat(), stat(join(folder, name))]);
      return open.ino === named.ino && open.dev === named.dev;
    },
    close: () => (next ? next.close() : handle.close()),
  };
}

/** `write` may write less than it was given. */
async function writeAt(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}
