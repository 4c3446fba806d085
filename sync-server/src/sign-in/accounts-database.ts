import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { openPrivateDatabase } from '../private-database.ts';

/**
 * Accounts, sessions and devices, in a database of their own: no municipality's data lies beside them.
 * @throws CannotStart
 */
export function openAccountsDatabase(directory: string): DatabaseSync {
  const file = join(directory, 'accounts.sqlite');
  return openPrivateDatabase(file, `The accounts ${file}`, (database) => database);
}
