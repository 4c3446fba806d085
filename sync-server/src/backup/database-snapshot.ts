import { writeFile } from 'node:fs/promises';
import { backup, DatabaseSync } from 'node:sqlite';
import { syncFile } from '../durable-files.ts';

/** A database as it was at one moment, while others go on writing to it. */
export interface DatabaseSnapshot {
  /** Writes it into a new file, durable. */
  copyTo(target: string): Promise<void>;
  /** The one row of a query in this moment. */
  row(query: string): Record<string, unknown> | undefined;
  close(): void;
}

/** The moment is now: it is held by a read transaction until `close`. */
export function openDatabaseSnapshot(file: string): DatabaseSnapshot {
  const database = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
  try {
    // SQLite takes the snapshot at the first read, not at BEGIN
    database.exec('BEGIN');
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
  } catch (error) {
    database.close();
    throw error;
  }
  return {
    row: (query) => database.prepare(query).get(),
    copyTo: async (target) => {
      // empty beforehand, so that accounts are never readable by others, not even for a moment
      await writeFile(target, '', { mode: 0o600, flag: 'wx' });
      // all pages in one step: with several, each change by the server would begin the copy anew
      await backup(database, target, { rate: 2 ** 31 - 1 });
      await syncFile(target);
    },
    close: () => database.close(),
  };
}
