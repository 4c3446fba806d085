import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CannotStart } from '../start-server-listening.ts';

/**
 * Accounts, sessions and devices, in a database of their own: no municipality's data lies beside them.
 * @throws CannotStart
 */
export function openAccountsDatabase(directory: string): DatabaseSync {
  const file = join(directory, 'accounts.sqlite');
  try {
    // made before SQLite makes it, so that nobody but its owner reads it; its log files take over the mode
    closeSync(openSync(file, 'a', 0o600));
    const database = new DatabaseSync(file);
    database.exec(`
      PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON;
      PRAGMA busy_timeout = 5000;`);
    return database;
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown reason';
    throw new CannotStart(`The accounts ${file} can't be opened: ${reason}.`);
  }
}
