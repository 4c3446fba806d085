import { open, rm, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BlobHash } from '@amtsstube/shared/domain/blob';
import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import { syncDirectory } from '../durable-files.ts';
import { hashInDraftMark, markPath, marksPath, type Uploader } from './blob-paths.ts';
import { makeFolder, namesIn, statOf } from './disk.ts';

/** Beside them. */
const completeMark = 'complete';

/**
 * Who brought which bytes, and when last: empty files, and the times of them (B1). A restore brings them back as brought
 * at that time.
 */
export class BlobMarks {
  readonly #root: string;
  readonly #mirror: string | undefined;

  constructor(dataDirectory: string, mirrorDirectory?: string) {
    this.#root = dataDirectory;
    this.#mirror = mirrorDirectory;
  }

  async has(municipality: MunicipalityId, hash: BlobHash, uploader: Uploader): Promise<boolean> {
    return (await statOf(join(this.#root, markPath(municipality, hash, uploader)))) !== undefined;
  }

  /** Durable. Brought again is brought today. */
  async set(municipality: MunicipalityId, hash: BlobHash, uploader: Uploader): Promise<void> {
    await makeMark(join(this.#root, markPath(municipality, hash, uploader)));
    await this.renew(municipality, hash, uploader);
  }

  /** On the second disk, durable. @throws where that can't be written */
  async setInMirror(municipality: MunicipalityId, hash: BlobHash, uploader: Uploader): Promise<void> {
    if (this.#mirror !== undefined)
      await makeMark(join(this.#mirror, markPath(municipality, hash, uploader)));
  }

  /** What the second disk lacks. @throws where that can't be written */
  async catchUpMirror(municipality: MunicipalityId): Promise<void> {
    if (this.#mirror === undefined) return;
    const folder = marksPath(municipality);
    const mirrored = new Set(await namesIn(join(this.#mirror, folder)));
    for (const name of await this.#names(municipality))
      if (!mirrored.has(name)) await makeMark(join(this.#mirror, folder, name));
  }

  /** Whether each naming of this municipality's files is held against who brought them. */
  async isComplete(municipality: MunicipalityId): Promise<boolean> {
    return (await statOf(join(this.#root, marksPath(municipality), completeMark))) !== undefined;
  }

  async noteComplete(municipality: MunicipalityId): Promise<void> {
    await makeMark(join(this.#root, marksPath(municipality), completeMark));
  }

  /** As if it were brought just now; it must be there. */
  async renew(municipality: MunicipalityId, hash: BlobHash, uploader: Uploader): Promise<void> {
    const now = new Date();
    await utimes(join(this.#root, markPath(municipality, hash, uploader)), now, now);
  }

  /** When somebody last brought these bytes or was told that they are here; milliseconds, 0: never. */
  async last(municipality: MunicipalityId, hash: BlobHash): Promise<number> {
    const names = await this.#namesOf(municipality, hash);
    return Math.max(0, ...(await Promise.all(names.map((name) => this.#at(municipality, name)))));
  }

  /** Every hash that has a mark. */
  async marked(municipality: MunicipalityId): Promise<ReadonlySet<string>> {
    return new Set((await this.#names(municipality)).map((name) => name.split('.')[0] ?? ''));
  }

  /** Hashes with a mark of a draft from before `beforeMs`. */
  async ofOldDrafts(
    municipality: MunicipalityId,
    beforeMs: number,
    except: readonly Uploader[],
  ): Promise<readonly BlobHash[]> {
    const found = new Set<BlobHash>();
    for (const name of await this.#names(municipality)) {
      const hash = hashInDraftMark(name, except);
      if (hash && (await this.#at(municipality, name)) < beforeMs) found.add(hash);
    }
    return [...found];
  }

  /** Forgets drafts' marks from before `beforeMs`. @returns how many marks there were, and how many are left */
  async forgetOldDrafts(
    municipality: MunicipalityId,
    hash: BlobHash,
    beforeMs: number,
    except: readonly Uploader[],
  ): Promise<{ readonly were: number; readonly left: number }> {
    const names = await this.#namesOf(municipality, hash);
    let left = names.length;
    for (const name of names) {
      if (hashInDraftMark(name, except) === undefined) continue;
      if ((await this.#at(municipality, name)) >= beforeMs) continue;
      await this.#forget(municipality, name);
      left -= 1;
    }
    return { were: names.length, left };
  }

  async forgetAll(municipality: MunicipalityId, hash: BlobHash): Promise<void> {
    for (const name of await this.#namesOf(municipality, hash)) await this.#forget(municipality, name);
  }

  async #forget(municipality: MunicipalityId, name: string): Promise<void> {
    for (const root of [this.#root, this.#mirror])
      if (root !== undefined) await rm(join(root, marksPath(municipality), name), { force: true });
  }

  #names(municipality: MunicipalityId): Promise<readonly string[]> {
    return namesIn(join(this.#root, marksPath(municipality)));
  }

  async #namesOf(municipality: MunicipalityId, hash: BlobHash): Promise<readonly string[]> {
    return (await this.#names(municipality)).filter((name) => name.startsWith(hash));
  }

  async #at(municipality: MunicipalityId, name: string): Promise<number> {
    return (await statOf(join(this.#root, marksPath(municipality), name)))?.mtimeMs ?? 0;
  }
}

async function makeMark(mark: string): Promise<void> {
  await makeFolder(dirname(mark));
  await (await open(mark, 'a', 0o600)).close();
  await syncDirectory(dirname(mark));
}
