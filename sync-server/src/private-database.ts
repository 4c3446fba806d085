import { closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { CannotStart } from './start-server-listening.ts';

/**
 * A small database beside the municipalities' own: durable with each commit, and what is erased is gone from the file.
 * @param named what it is, for the sentence where it can't be opened
 * @param made what is made of it; that it fails means the same
 * @throws CannotStart
 */
export function openPrivateDatabase<T>(file: string, named: string, made: (database: DatabaseSync) => T): T {
  try {
    // made before SQLite makes it, so that nobody but its owner reads it; its log files take over the mode
    closeSync(openSync(file, 'a', 0o600));
    const database = new DatabaseSync(file);
    database.exec(`
      PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON;
      PRAGMA busy_timeout = 5000;`);
    return made(database);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown reason';
    throw new CannotStart(`${named} can't be opened: ${reason}.`);
  }
}
