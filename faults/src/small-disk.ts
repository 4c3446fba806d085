import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const sizeInMegabytes = 48;

/** A disk in memory that can be filled to the last byte. Needs root. */
export class SmallDisk {
  readonly directory: string;

  private constructor(directory: string) {
    this.directory = directory;
  }

  static mount(directory: string): SmallDisk {
    mkdirSync(directory);
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeInMegabytes}m`, 'amtsstube-faults', directory]);
    return new SmallDisk(directory);
  }

  fill(): void {
    const filler = openSync(join(this.directory, 'filler'), 'w');
    const block = Buffer.alloc(4096, 1);
    try {
      for (;;) writeSync(filler, block);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    } finally {
      closeSync(filler);
    }
  }

  free(): void {
    rmSync(join(this.directory, 'filler'), { force: true });
  }

  unmount(): void {
    execFileSync('umount', [this.directory]);
  }
}

/** Why there can't be such a disk here. */
export function noSmallDisk(): string | undefined {
  return process.getuid?.() === 0 && process.platform === 'linux'
    ? undefined
    : 'only root can mount a small disk';
}
