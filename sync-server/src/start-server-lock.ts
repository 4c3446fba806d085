import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CannotStart } from './start-server-listening.ts';

/**
 * Makes sure that only one server works with a data directory: a second one would give out hints and mails the
 * first knows nothing of. The lock is SQLite's own, so the operating system takes it back when a server dies.
 * @throws CannotStart
 */
export function lockDirectory(directory: string): { release(): void } {
  const lock = new DatabaseSync(join(directory, 'server.lock'), { timeout: 0 });
  try {
    lock.exec('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE;');
  } catch {
    lock.close();
    throw new CannotStart(
      `Another server works with the data directory ${directory} (AMTSSTUBE_DATA) already.`,
    );
  }
  return { release: () => lock.close() };
}
