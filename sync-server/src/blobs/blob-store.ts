import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type BlobHash, blobHash } from '@amtsstube/shared/domain/blob';
import type { CaseId, MunicipalityId } from '@amtsstube/shared/domain/ids';
import { syncDirectory, syncFile } from '../durable-files.ts';
import { Turns } from '../turns.ts';
import { BlobMarks } from './blob-marks.ts';
import { blobPath, blobsFolder, partialsPath, type Uploader } from './blob-paths.ts';
import { copyOnce, hashOf, makeFolder, namesIn, statOf } from './disk.ts';

/** The bytes don't hash to their name: they are thrown away. */
export class BlobDamaged extends Error {
  override readonly name = 'BlobDamaged';
}

/** A desk whose operation waits brings again what a restored server lacks or forgot: a month is longer than it waits. */
const unmarkedKeptMs = 30 * 24 * 60 * 60 * 1000;

export interface BlobStoreOptions {
  readonly dataDirectory: string;
  /** Copies are there before `adopt` resolves. */
  readonly mirrorDirectory?: string | undefined;
  /** Hears of a mirror that can't be written; where it throws, so does `adopt`, and nothing is acknowledged. */
  readonly mirrorFailed?: (error: unknown) => void;
}

/**
 * Files by their hash, one set per municipality (B1): de-duplicated within it, never across. What is visible here is
 * whole, durable, and hashes to its name.
 */
export class BlobStore {
  readonly #root: string;
  readonly #mirror: string | undefined;
  readonly #mirrorFailed: (error: unknown) => void;
  readonly #marks: BlobMarks;
  readonly #turns = new Turns();

  constructor({ dataDirectory, mirrorDirectory, mirrorFailed }: BlobStoreOptions) {
    this.#root = dataDirectory;
    this.#mirror = mirrorDirectory;
    this.#marks = new BlobMarks(dataDirectory, mirrorDirectory);
    this.#mirrorFailed =
      mirrorFailed ??
      ((error) => {
        throw error;
      });
  }

  /** undefined: not here. */
  async sizeOf(municipality: MunicipalityId, hash: BlobHash): Promise<number | undefined> {
    return (await statOf(join(this.#root, blobPath(municipality, hash))))?.size;
  }

  async has(municipality: MunicipalityId, hash: BlobHash): Promise<boolean> {
    return (await this.sizeOf(municipality, hash)) !== undefined;
  }

  /** Where it lies, to be read or sent; names its folder and the file in it. */
  locate(municipality: MunicipalityId, hash: BlobHash): { readonly folder: string; readonly name: string } {
    return { folder: join(this.#root, dirname(blobPath(municipality, hash))), name: hash };
  }

  open(municipality: MunicipalityId, hash: BlobHash): AsyncIterable<Uint8Array> {
    return createReadStream(join(this.#root, blobPath(municipality, hash)));
  }

  /**
   * Stores bytes that come at once, for parts of the server that have them whole.
   * @throws BlobDamaged
   */
  async put(
    municipality: MunicipalityId,
    hash: BlobHash,
    bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    uploader: Uploader,
  ): Promise<void> {
    const folder = join(this.#root, blobsFolder, municipality);
    await makeFolder(folder);
    const partial = join(folder, `${hash}.${process.pid}.${Date.now()}.new`);
    const file = await open(partial, 'wx', 0o600);
    try {
      for await (const chunk of bytes) await file.writeFile(chunk);
    } finally {
      await file.close();
    }
    await this.adopt(municipality, hash, partial, uploader);
  }

  /**
   * Takes a file over that is claimed to be this blob; it is gone from `partial` afterwards. Verified and durable,
   * here and in the mirror, before anybody hears of it; twice is once.
   * @throws BlobDamaged
   */
  async adopt(
    municipality: MunicipalityId,
    hash: BlobHash,
    partial: string,
    uploader: Uploader,
  ): Promise<void> {
    if ((await hashOf(partial)) !== hash) {
      await rm(partial, { force: true });
      throw new BlobDamaged(`what came as ${hash} is something else`);
    }
    // first the second disk: where it can't be written the bytes stay where they are, and needn't come again
    await this.#turns.take(`${municipality} ${hash}`, async () => {
      await this.#mirrorOne(municipality, hash, partial);
      const target = join(this.#root, blobPath(municipality, hash));
      if (await statOf(target)) await rm(partial, { force: true });
      else {
        await makeFolder(dirname(target));
        await syncFile(partial);
        await rename(partial, target);
        await syncDirectory(dirname(target));
      }
      await this.#mark(municipality, hash, uploader);
    });
  }

  /**
   * Takes bytes whose name nobody has told, as a form sends them.
   * @returns what they are; nothing is stored of none
   */
  async take(
    municipality: MunicipalityId,
    bytes: AsyncIterable<Uint8Array>,
    uploader: Uploader,
  ): Promise<{ readonly hash: BlobHash; readonly size: number }> {
    const folder = join(this.#root, partialsPath(municipality, uploader));
    await makeFolder(folder);
    const partial = join(folder, `whole.${randomUUID()}`);
    const hash = createHash('sha256');
    let size = 0;
    const file = await open(partial, 'wx', 0o600);
    try {
      for await (const chunk of bytes) {
        hash.update(chunk);
        size += chunk.length;
        await file.writeFile(chunk);
      }
    } catch (error) {
      await rm(partial, { force: true });
      throw error;
    } finally {
      await file.close();
    }
    const name = blobHash.parse(hash.digest('hex'));
    if (size === 0) await rm(partial, { force: true });
    else await this.adopt(municipality, name, partial, uploader);
    return { hash: name, size };
  }

  /** Has what this one brought stay for another day; false: it has not brought them, or they are gone (B1). */
  async claim(municipality: MunicipalityId, hash: BlobHash, uploader: Uploader): Promise<boolean> {
    return this.#turns.take(`${municipality} ${hash}`, async () => {
      if (!(await this.isUploader(municipality, hash, uploader))) return false;
      await this.#marks.renew(municipality, hash, uploader);
      return true;
    });
  }

  /** Bytes that drafts brought before `beforeMs` and did not claim since. */
  unclaimed(
    municipality: MunicipalityId,
    beforeMs: number,
    except: readonly Uploader[],
  ): Promise<readonly BlobHash[]> {
    return this.#marks.ofOldDrafts(municipality, beforeMs, except);
  }

  /** Bytes that nobody holds: what drafts brought and cases named, and what a restore brought. */
  async unmarked(municipality: MunicipalityId): Promise<readonly BlobHash[]> {
    const marked = await this.#marks.marked(municipality);
    return (await this.list(municipality)).filter((hash) => !marked.has(hash));
  }

  /**
   * Forgets old marks of drafts on these bytes. Those that no mark is left of go, unless they are named, or came (with a
   * restore, which brings no marks) not long ago.
   * @returns whether they went
   */
  async letGo(
    municipality: MunicipalityId,
    hash: BlobHash,
    beforeMs: number,
    { isNamed, except }: { readonly isNamed: boolean; readonly except: readonly Uploader[] },
  ): Promise<boolean> {
    // who claims them just now comes before or after, and never finds half of it
    return this.#turns.take(`${municipality} ${hash}`, async () => {
      const { were, left } = await this.#marks.forgetOldDrafts(municipality, hash, beforeMs, except);
      const file = await statOf(join(this.#root, blobPath(municipality, hash)));
      const isNew = were === 0 && (file?.mtimeMs ?? 0) >= beforeMs - unmarkedKeptMs;
      if (isNamed || left > 0 || isNew) return false;
      await this.remove(municipality, hash);
      return true;
    });
  }

  /** Whether this one has brought these very bytes, and they are all here (B1). */
  async isUploader(municipality: MunicipalityId, hash: BlobHash, uploader: Uploader): Promise<boolean> {
    return (await this.#marks.has(municipality, hash, uploader)) && (await this.has(municipality, hash));
  }

  /** Said to have been brought, once more: see `lastBrought`. */
  noteBrought(municipality: MunicipalityId, hash: BlobHash, uploader: Uploader): Promise<void> {
    return this.#marks.renew(municipality, hash, uploader);
  }

  /** Brought for all who see this case, by a colleague of who named them there (B1). */
  noteBroughtFor(municipality: MunicipalityId, hash: BlobHash, id: CaseId): Promise<void> {
    return this.#turns.take(`${municipality} ${hash}`, async () => {
      if (await this.has(municipality, hash)) await this.#mark(municipality, hash, `case ${id}`);
    });
  }

  /** When somebody last brought these bytes or was told that they are here; milliseconds, 0: never. */
  lastBrought(municipality: MunicipalityId, hash: BlobHash): Promise<number> {
    return this.#marks.last(municipality, hash);
  }

  list(municipality: MunicipalityId): Promise<readonly BlobHash[]> {
    return blobsIn(this.#root, municipality);
  }

  /** For ever, also in the mirror, with what says who brought it (S11). */
  async remove(municipality: MunicipalityId, hash: BlobHash): Promise<void> {
    for (const root of [this.#root, this.#mirror]) {
      if (root === undefined) continue;
      const path = join(root, blobPath(municipality, hash));
      if (!(await statOf(path))) continue;
      await rm(path, { force: true });
      await syncDirectory(dirname(path));
    }
    await this.#marks.forgetAll(municipality, hash);
  }

  /** Copies what the second disk lacks: it may have been away. */
  async catchUpMirror(municipality: MunicipalityId): Promise<void> {
    if (this.#mirror === undefined) return;
    for (const hash of await this.list(municipality))
      await this.#mirrorOne(municipality, hash, join(this.#root, blobPath(municipality, hash)));
    await this.#inMirror(() => this.#marks.catchUpMirror(municipality));
  }

  /**
   * Once for a municipality, and for what an older program's restore brought back without them: what is here is believed
   * to have been brought by each who named it. @param named by clerks; asked for only where there is something to do
   */
  async completeMarks(
    municipality: MunicipalityId,
    named: () => AsyncIterable<readonly [BlobHash, Uploader]>,
  ): Promise<void> {
    if (await this.#marks.isComplete(municipality)) return;
    for await (const [hash, uploader] of named())
      await this.#turns.take(`${municipality} ${hash}`, async () => {
        if (await this.#marks.has(municipality, hash, uploader)) return;
        if (await this.has(municipality, hash)) await this.#mark(municipality, hash, uploader);
      });
    await this.#marks.noteComplete(municipality);
  }

  async #mark(municipality: MunicipalityId, hash: BlobHash, uploader: Uploader): Promise<void> {
    await this.#inMirror(() => this.#marks.setInMirror(municipality, hash, uploader));
    await this.#marks.set(municipality, hash, uploader);
  }

  #mirrorOne(municipality: MunicipalityId, hash: BlobHash, from: string): Promise<void> {
    return this.#inMirror((mirror) => copyOnce(from, join(mirror, blobPath(municipality, hash))));
  }

  async #inMirror(write: (mirror: string) => Promise<void>): Promise<void> {
    if (this.#mirror === undefined) return;
    try {
      // a disk that isn't there must not become a folder on the first one
      if (!(await statOf(this.#mirror))) throw new Error(`${this.#mirror} does not exist`);
      await write(this.#mirror);
    } catch (error) {
      this.#mirrorFailed(error);
    }
  }
}

/** Blobs of a municipality under a data directory, a mirror or a backup; files of other names aren't any. */
export async function blobsIn(root: string, municipality: MunicipalityId): Promise<readonly BlobHash[]> {
  const folder = join(root, blobsFolder, municipality);
  const hashes: BlobHash[] = [];
  for (const prefix of await namesIn(folder)) {
    if (!/^[0-9a-f]{2}$/.test(prefix)) continue;
    for (const name of await namesIn(join(folder, prefix))) {
      const parsed = blobHash.safeParse(name);
      if (parsed.success) hashes.push(parsed.data);
    }
  }
  return hashes.toSorted();
}
