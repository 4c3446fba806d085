import type { JournalFile, JournalFiles } from '../../host/host.ts';

/**
 * A journal's files that stand beside one another while it is written anew: at most one is out of force at a time. Two of
 * them, one behind the other, could not be told from two journals by the next start.
 */
export class FilesBeside {
  readonly #files: JournalFiles;
  readonly #outOfForce = new Set<string>();

  constructor(files: JournalFiles) {
    this.#files = files;
  }

  /** Another one stands for it: it goes, at once or with the next `clearAway`. */
  outOfForce(name: string): void {
    this.#outOfForce.add(name);
  }

  /** @throws HostFailure where one can't be removed: nothing new may be begun beside it */
  async clearAway(): Promise<void> {
    for (const name of this.#outOfForce) {
      await this.#files.remove(name);
      this.#outOfForce.delete(name);
    }
  }

  /** A crash in here leaves the former journal in force: the new one has fewer records than its header says. */
  async write(name: string, bytes: Uint8Array): Promise<JournalFile> {
    await this.clearAway();
    let file: JournalFile | undefined;
    try {
      file = await this.#files.open(name);
      await file.append(bytes);
      return file;
    } catch (error) {
      this.outOfForce(name);
      await file?.close().catch(() => undefined);
      // what failed first is the news
      await this.clearAway().catch(() => undefined);
      throw error;
    }
  }
}
