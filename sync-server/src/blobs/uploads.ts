import { type FileHandle, open, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { type BlobHash, maximumBlobBytes } from '@amtsstube/shared/domain/blob';
import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import { HttpProblem } from '../http-errors.ts';
import { isDraftsFolder, partialsPath, type Uploader, uploadsPath } from './blob-paths.ts';
import { BlobDamaged, type BlobStore } from './blob-store.ts';
import { makeFolder, namesIn, onDisk, statOf } from './disk.ts';
import { draftsKeptMs } from './unclaimed-blobs.ts';

/** What one uploader is bringing: named by the hash, so that it is found again after a restart of either end. */
export interface UploadRef {
  readonly municipality: MunicipalityId;
  readonly uploader: Uploader;
  readonly hash: BlobHash;
}

export interface UploadState {
  readonly offset: number;
  readonly length: number;
}

/** So many files begun and not finished are an accident or an attack. */
const maximumPartials = 200;
const abandonedAfterMs = 7 * 24 * 60 * 60 * 1000;

interface Appending {
  readonly bytes: Readable;
  readonly done: Promise<unknown>;
}

/** Bytes on their way in: they survive a restart, and become a blob once they are whole and hash to their name. */
export class Uploads {
  readonly #root: string;
  readonly #blobs: BlobStore;
  /** A line that broke on one side only leaves its request behind: whoever comes next ends it. */
  readonly #appending = new Map<string, Appending>();

  constructor(dataDirectory: string, blobs: BlobStore) {
    this.#root = dataDirectory;
    this.#blobs = blobs;
  }

  /** How far it is; undefined: never begun, or abandoned. All bytes here means: it is a blob. */
  async state(ref: UploadRef): Promise<UploadState | undefined> {
    await this.#stopOther(ref);
    return onDisk(() => this.#state(ref));
  }

  async #state(ref: UploadRef): Promise<UploadState | undefined> {
    if (await this.#blobs.isUploader(ref.municipality, ref.hash, ref.uploader)) {
      // whoever asks is about to hand over what names it
      await this.#blobs.noteBrought(ref.municipality, ref.hash, ref.uploader);
      const length = (await this.#blobs.sizeOf(ref.municipality, ref.hash)) ?? 0;
      return { offset: length, length };
    }
    const partial = await this.#find(ref);
    if (partial === undefined) return undefined;
    // a crash came between the last byte and the blob
    if (partial.offset === partial.length) await this.#finish(ref, partial.path);
    return { offset: partial.offset, length: partial.length };
  }

  /** Begins, or goes on with what was begun before. @throws HttpProblem tooLarge, tooManyRequests */
  async begin(ref: UploadRef, length: number): Promise<void> {
    if (length > maximumBlobBytes) throw new HttpProblem('tooLarge');
    const found = await this.state(ref);
    if (found?.length === length) return;
    await onDisk(() => this.#begin(ref, length));
  }

  async #begin(ref: UploadRef, length: number): Promise<void> {
    const folder = join(this.#root, partialsPath(ref.municipality, ref.uploader));
    await makeFolder(folder);
    const partials = await namesIn(folder);
    for (const name of partials) if (name.startsWith(ref.hash)) await rm(join(folder, name), { force: true });
    if (partials.length >= maximumPartials) throw new HttpProblem('tooManyRequests');
    await (await open(join(folder, `${ref.hash}.${length}`), 'wx', 0o600)).close();
  }

  /**
   * Takes bytes from `offset` on; what came before the line broke stays, durable.
   * @throws HttpProblem notFound, otherOffset, tooLarge; blobDamaged: begin anew
   */
  async append(ref: UploadRef, offset: number, bytes: Readable): Promise<UploadState> {
    await this.#stopOther(ref);
    const work = onDisk(() => this.#append(ref, offset, bytes));
    const key = keyOf(ref);
    const appending = { bytes, done: work.catch(() => undefined) };
    this.#appending.set(key, appending);
    try {
      return await work;
    } finally {
      if (this.#appending.get(key) === appending) this.#appending.delete(key);
    }
  }

  /** Forgets what was begun and never finished, and the folders of those who begin nothing any more. @returns how many */
  async removeAbandoned(municipality: MunicipalityId, nowMs: number): Promise<number> {
    let removed = 0;
    const root = join(this.#root, uploadsPath(municipality));
    for (const uploader of await namesIn(root)) {
      const folder = join(root, uploader);
      const before = nowMs - (isDraftsFolder(uploader) ? draftsKeptMs : abandonedAfterMs);
      const isOld = async (path: string) => ((await statOf(path))?.mtimeMs ?? nowMs) < before;
      const isUnused = await isOld(folder);
      for (const name of await namesIn(folder)) {
        if (!(await isOld(join(folder, name)))) continue;
        await rm(join(folder, name), { force: true });
        removed += 1;
      }
      // one in which something is left stays; the next to begin something there makes it anew
      if (isUnused) await rmdir(folder).catch(() => undefined);
    }
    return removed;
  }

  async #append(ref: UploadRef, offset: number, bytes: Readable): Promise<UploadState> {
    const partial = await this.#find(ref);
    if (partial === undefined) throw new HttpProblem('notFound');
    const { path, length } = partial;
    if (partial.offset !== offset) throw new HttpProblem('otherOffset');
    const file = await open(path, 'r+');
    let end = offset;
    try {
      for await (const chunk of bytes as AsyncIterable<Uint8Array>) {
        if (end + chunk.length > length) throw new HttpProblem('tooLarge');
        await writeAll(file, chunk, end);
        end += chunk.length;
      }
    } catch (error) {
      // the line broke: what arrived before stays
      if (bytes.errored !== error) throw error;
    } finally {
      await file.datasync();
      await file.close();
    }
    if (end === length) await this.#finish(ref, path);
    return { offset: end, length };
  }

  async #finish({ municipality, hash, uploader }: UploadRef, path: string): Promise<void> {
    try {
      await this.#blobs.adopt(municipality, hash, path, uploader);
    } catch (error) {
      if (error instanceof BlobDamaged) throw new HttpProblem('blobDamaged');
      throw error;
    }
  }

  async #find(ref: UploadRef): Promise<(UploadState & { readonly path: string }) | undefined> {
    const folder = join(this.#root, partialsPath(ref.municipality, ref.uploader));
    for (const name of await namesIn(folder)) {
      const length = name.startsWith(`${ref.hash}.`) ? Number(name.slice(ref.hash.length + 1)) : Number.NaN;
      if (!Number.isSafeInteger(length)) continue;
      const path = join(folder, name);
      return { path, length, offset: (await statOf(path))?.size ?? 0 };
    }
    return undefined;
  }

  async #stopOther(ref: UploadRef): Promise<void> {
    const other = this.#appending.get(keyOf(ref));
    other?.bytes.destroy(new Error('the same upload goes on in another request'));
    await other?.done;
  }
}

async function writeAll(file: FileHandle, chunk: Uint8Array, position: number): Promise<void> {
  for (let written = 0; written < chunk.length; ) {
    const { bytesWritten } = await file.write(chunk, written, chunk.length - written, position + written);
    written += bytesWritten;
  }
}

function keyOf({ municipality, uploader, hash }: UploadRef): string {
  return `${municipality} ${hash} ${uploader}`;
}
