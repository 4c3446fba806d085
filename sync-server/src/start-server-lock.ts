import { existsSync } from 'node:fs';
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
export function lockDirectory(directory: string): { release(): void } {
  if (!existsSync(directory))
    throw new CannotStart(`The data directory ${directory} (AMTSSTUBE_DATA) does not exist.`);
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
