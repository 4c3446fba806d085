import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { type MunicipalityId, municipalityId } from '@amtsstube/shared/domain/ids';
import { StoreUnavailable } from './store.ts';

/** Which municipalities there are is a question of file names alone. */
export interface MunicipalityFiles {
  list(): readonly MunicipalityId[];
  has(municipality: MunicipalityId): boolean;
  pathOf(municipality: MunicipalityId): string;
  /** `write` fills a file under another name; it gets its own in one step, so there is never half a municipality. */
  create(municipality: MunicipalityId, write: (file: string) => Promise<void>): Promise<void>;
}

const ending = '.sqlite';

export function openMunicipalityFiles(directory: string): MunicipalityFiles {
  const folder = join(directory, 'municipalities');
  inDirectory(directory, () => {
    accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK);
    if (existsSync(folder)) accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  });
  const pathOf = (municipality: MunicipalityId) => join(folder, municipality + ending);
  return {
    pathOf,
    has: (municipality) => existsSync(pathOf(municipality)),
    list: () =>
      inDirectory(directory, () => (existsSync(folder) ? readdirSync(folder) : []))
        .filter((name) => name.endsWith(ending))
        .flatMap((name) => municipalityId.safeParse(name.slice(0, -ending.length)).data ?? [])
        .toSorted(),
    create: async (municipality, write) => {
      inDirectory(directory, () => mkdirSync(folder, { recursive: true, mode: 0o700 }));
      const unfinished = `${pathOf(municipality)}.new`;
      for (const leftover of [unfinished, `${unfinished}-wal`, `${unfinished}-shm`])
        rmSync(leftover, { force: true });
      await write(unfinished);
      inDirectory(directory, () => {
        renameSync(unfinished, pathOf(municipality));
        syncDirectory(folder);
        syncDirectory(directory);
      });
    },
  };
}

/** A new name survives a power cut only once the folder itself is synced; Windows can't open a folder and needn't. */
function syncDirectory(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function inDirectory<T>(directory: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    const why = reasons[code] ?? `cannot be used (${code})`;
    throw new StoreUnavailable(`data directory ${directory} ${why}`, { cause: error });
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'is not a directory',
  EEXIST: 'holds a file where the folder "municipalities" should be',
  EACCES: 'is not writable',
  EPERM: 'is not writable',
  EROFS: 'is read-only',
  ENOSPC: 'has no space left',
};
