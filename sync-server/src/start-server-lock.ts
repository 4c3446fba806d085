import { access, constants, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CannotStart } from './start-server-listening.ts';

/** SQLite's result code where somebody else holds the lock (https://sqlite.org/rescode.html). */
const busy = 5;

/**
 * Makes sure that only one server works with a data directory: a second one would give out hints and mails the
 * first knows nothing of. The lock is SQLite's own, so the operating system takes it back when a server dies.
 * @throws CannotStart
 */
export async function lockDirectory(directory: string): Promise<{ release(): void }> {
  await checkDirectory(directory);
  const file = join(directory, 'server.lock');
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(file, { timeout: 0 });
    lock.exec('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE;');
    const held = lock;
    return { release: () => held.close() };
  } catch (error) {
    lock?.close();
    throw new CannotStart(
      isBusy(error)
        ? `Another server works with the data directory ${directory} (AMTSSTUBE_DATA) already.`
        : `The lock file ${file} can't be used (${reasonOf(error)}). It holds nothing: if it is damaged, delete it.`,
    );
  }
}

/** A missing directory isn't made: a slip in its name would start an empty town hall. */
async function checkDirectory(directory: string): Promise<void> {
  const found = await stat(directory).catch(() => undefined);
  if (found && !found.isDirectory())
    throw new CannotStart(`The data directory ${directory} (AMTSSTUBE_DATA) is a file, not a directory.`);
  if (!found) throw new CannotStart(`The data directory ${directory} (AMTSSTUBE_DATA) does not exist.`);
  await access(directory, constants.R_OK | constants.W_OK | constants.X_OK).catch(() => {
    throw new CannotStart(`The data directory ${directory} (AMTSSTUBE_DATA) can't be written.`);
  });
}

function isBusy(error: unknown): boolean {
  // an extended code carries the primary one in its low byte
  return (
    error instanceof Error &&
    'errcode' in error &&
    typeof error.errcode === 'number' &&
    (error.errcode & 0xff) === busy
  );
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown reason';
}
