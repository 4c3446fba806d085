import { copyFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabaseSnapshot } from '../backup/database-snapshot.ts';
import { draftsFile } from '../citizen/kept-drafts.ts';
import { syncDirectory, syncFile } from '../durable-files.ts';
import type { Logger } from '../logging.ts';

/** Accounts, sessions and devices, and what citizens left off with, beside the mirrored log: at most so old as its last copy. */
export interface SideDatabasesCopy {
  /** Copies what changed since the last time; a failure is logged once, and tried again with each call. */
  run(): Promise<void>;
}

const databases = ['accounts.sqlite', draftsFile] as const;

/** Each whole and new in one step, or the former copy: there is never half a one. */
export function createSideDatabasesCopy(
  dataDirectory: string,
  mirrorDirectory: string,
  log: Logger,
): SideDatabasesCopy {
  const copied = new Map<string, string>();
  let isFailing = false;
  let running: Promise<void> | undefined;

  async function copyChanged(): Promise<void> {
    for (const name of databases) {
      const state = await stateOf(join(dataDirectory, name));
      if (state === copied.get(name)) continue;
      await copyDatabase(name);
      copied.set(name, state);
    }
    if (isFailing) log.info({ mirror: 'accounts copied again' });
    isFailing = false;
  }

  async function copyDatabase(name: string): Promise<void> {
    const target = join(mirrorDirectory, name);
    await rm(`${target}.new`, { force: true });
    const snapshot = openDatabaseSnapshot(join(dataDirectory, name));
    try {
      await snapshot.copyTo(`${target}.new`);
    } finally {
      snapshot.close();
    }
    await rename(`${target}.new`, target);
    // without it neither sessions nor the forms that citizens have open would hold
    const secrets = join(mirrorDirectory, 'secrets.json');
    await copyFile(join(dataDirectory, 'secrets.json'), `${secrets}.new`);
    await syncFile(`${secrets}.new`);
    await rename(`${secrets}.new`, secrets);
    await syncDirectory(mirrorDirectory);
  }

  return {
    run: () => {
      running ??= copyChanged()
        .catch((error: unknown) => {
          if (!isFailing)
            log.error({ mirror: 'accounts not copied', cause: error instanceof Error ? error.message : '' });
          isFailing = true;
        })
        .finally(() => {
          running = undefined;
        });
      return running;
    },
  };
}

/** Changes with each write: the database's file and its log. */
async function stateOf(file: string): Promise<string> {
  const parts = await Promise.all([file, `${file}-wal`].map((each) => stat(each).catch(() => undefined)));
  return parts.map((part) => `${part?.mtimeMs} ${part?.size}`).join(' ');
}
