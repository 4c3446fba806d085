import { copyFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabaseSnapshot } from '../backup/database-snapshot.ts';
import { syncDirectory, syncFile } from '../durable-files.ts';
import type { Logger } from '../logging.ts';

/** Accounts, sessions and devices beside the mirrored log, at most so old as its last copy. */
export interface AccountsCopy {
  /** Copies what changed since the last time; a failure is logged once, and tried again with each call. */
  run(): Promise<void>;
}

/** Whole and new in one step, or the former copy: there is never half a one. */
export function createAccountsCopy(
  dataDirectory: string,
  mirrorDirectory: string,
  log: Logger,
): AccountsCopy {
  const source = join(dataDirectory, 'accounts.sqlite');
  let copied = '';
  let isFailing = false;
  let running: Promise<void> | undefined;

  async function copyChanged(): Promise<void> {
    const state = await stateOf(source);
    if (state === copied) return;
    const target = join(mirrorDirectory, 'accounts.sqlite');
    await rm(`${target}.new`, { force: true });
    const snapshot = openDatabaseSnapshot(source);
    try {
      await snapshot.copyTo(`${target}.new`);
    } finally {
      snapshot.close();
    }
    await rename(`${target}.new`, target);
    const secrets = join(mirrorDirectory, 'secrets.json');
    await copyFile(join(dataDirectory, 'secrets.json'), `${secrets}.new`);
    await syncFile(`${secrets}.new`);
    await rename(`${secrets}.new`, secrets);
    await syncDirectory(mirrorDirectory);
    copied = state;
    if (isFailing) log.info({ mirror: 'accounts copied again' });
    isFailing = false;
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
