import { statfs } from 'node:fs/promises';

export interface RoomOptions {
  readonly dataDirectory: string;
  /** Holds a copy of each file: a full one keeps clerks from working too. */
  readonly mirrorDirectory?: string | undefined;
  /** With less room than this on a disk, strangers' files stay outside: the clerks' work comes first. */
  readonly leastFreeBytes: number;
  readonly freeBytes?: (directory: string) => Promise<number>;
}

/** Room on the server's disks for strangers' files, with what is on its way. */
export class Room {
  readonly #options: RoomOptions;
  readonly #freeBytes: (directory: string) => Promise<number>;
  #reserved = 0;

  constructor(options: RoomOptions) {
    this.#options = options;
    this.#freeBytes = options.freeBytes ?? freeBytesAt;
  }

  /** @returns what lets it go again; undefined: there is no room for so many bytes */
  async reserve(bytes: number): Promise<(() => void) | undefined> {
    this.#reserved += bytes;
    let isHeld = true;
    const release = () => {
      if (isHeld) this.#reserved -= bytes;
      isHeld = false;
    };
    try {
      if (await this.#suffices()) return release;
    } catch (error) {
      release();
      throw error;
    }
    release();
    return undefined;
  }

  async has(bytes: number): Promise<boolean> {
    const release = await this.reserve(bytes);
    release?.();
    return release !== undefined;
  }

  async #suffices(): Promise<boolean> {
    const { dataDirectory, mirrorDirectory, leastFreeBytes } = this.#options;
    const least = () => leastFreeBytes + this.#reserved;
    if ((await this.#freeBytes(dataDirectory)) < least()) return false;
    if (mirrorDirectory === undefined) return true;
    // one that is away may catch up later, or refuses the file itself: that is its mode's matter
    const free = await this.#freeBytes(mirrorDirectory).catch(() => Number.POSITIVE_INFINITY);
    return free >= least();
  }
}

async function freeBytesAt(directory: string): Promise<number> {
  const { bavail, bsize } = await statfs(directory);
  return bavail * bsize;
}
