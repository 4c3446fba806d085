import type { JournalFile, JournalFiles } from '@amtsstube/desktop/host/host';
import type { Process } from './process.ts';
import type { Random } from './random.ts';

interface DiskFile {
  synced: Uint8Array;
  unsynced: Uint8Array;
}

/** A desk's disk: outlives its processes. A power cut keeps a random beginning of what was not fsynced (J3). */
export class SimDisk {
  readonly files = new Map<string, DiskFile>();
  readonly aside = new Map<string, Uint8Array>();

  get isWriting(): boolean {
    return [...this.files.values()].some(({ unsynced }) => unsynced.length > 0);
  }

  powerCut(random: Random): void {
    for (const file of this.files.values()) {
      const kept = file.unsynced.subarray(0, random.between(0, file.unsynced.length + 1));
      file.synced = joined(file.synced, kept);
      file.unsynced = new Uint8Array();
    }
  }

  /** A copy of the whole disk, as an image of the PC would hold it. */
  image(): Map<string, Uint8Array> {
    return new Map([...this.files].map(([name, file]) => [name, file.synced]));
  }

  restoreImage(image: ReadonlyMap<string, Uint8Array>): void {
    this.files.clear();
    for (const [name, synced] of image) this.files.set(name, { synced, unsynced: new Uint8Array() });
  }
}

/** The journal files of one process on that disk. */
export function simJournalFiles(disk: SimDisk, process: Process, random: Random): JournalFiles {
  const delay = () => process.pause(random.between(1, 12));
  return {
    list: async () => [...disk.files.keys()].toSorted(),
    open: async (name) => {
      const file = disk.files.get(name) ?? { synced: new Uint8Array(), unsynced: new Uint8Array() };
      disk.files.set(name, file);
      return new SimJournalFile(file, delay);
    },
    setAside: async (name, bytes) => {
      const free = `${name}.${disk.aside.size}`;
      disk.aside.set(free, bytes);
      return free;
    },
    remove: async (name) => {
      await delay();
      disk.files.delete(name);
    },
  };
}

class SimJournalFile implements JournalFile {
  readonly #file: DiskFile;
  readonly #delay: () => Promise<void>;

  constructor(file: DiskFile, delay: () => Promise<void>) {
    this.#file = file;
    this.#delay = delay;
  }

  async read(): Promise<Uint8Array> {
    this.#flush();
    return this.#file.synced;
  }

  async append(bytes: Uint8Array): Promise<void> {
    this.#file.unsynced = joined(this.#file.unsynced, bytes);
    await this.#delay();
    this.#flush();
    await this.#delay();
  }

  async truncate(length: number): Promise<void> {
    this.#flush();
    this.#file.synced = this.#file.synced.slice(0, length);
  }

  async close(): Promise<void> {
    this.#flush();
  }

  #flush(): void {
    this.#file.synced = joined(this.#file.synced, this.#file.unsynced);
    this.#file.unsynced = new Uint8Array();
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (b.length === 0) return a;
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
