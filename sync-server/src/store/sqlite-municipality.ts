import type { Epoch } from '@amtsstube/shared/domain/ids';
import { createGroupCommit } from './group-commit.ts';
import { migrate } from './migrations/migrate.ts';
import { createSnapshots } from './snapshots.ts';
import { openSqliteConnection } from './sqlite-connection.ts';
import { createSqliteRead } from './sqlite-read.ts';
import { createSqliteTx } from './sqlite-tx.ts';
import type { Read, Tx } from './store.ts';

/** One open file: a connection that writes and one that reads. */
export interface SqliteMunicipality {
  transact<T>(f: (tx: Tx) => Promise<T>): Promise<T>;
  snapshot<T>(f: (read: Read) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export async function openSqliteMunicipality(file: string): Promise<SqliteMunicipality> {
  const writer = openSqliteConnection(file, 'write');
  try {
    await migrate(writer);
    const reader = openSqliteConnection(file, 'read');
    const tx = createSqliteTx(writer.db);
    const commits = createGroupCommit(writer);
    const snapshots = createSnapshots(reader, createSqliteRead(reader.db));
    return {
      transact: (f) => commits.run(() => f(tx)),
      snapshot: (f) => snapshots.run(f),
      close: async () => {
        await Promise.all([commits.close(), snapshots.close()]);
        reader.close();
        // last, so that it moves what is in the WAL into the file and leaves one file behind
        writer.close();
      },
    };
  } catch (error) {
    writer.close();
    throw error;
  }
}

/** Writes a new file with all tables and the head row, and closes it: one complete file, no WAL beside it. */
export async function writeEmptyMunicipality(file: string, epoch: Epoch): Promise<void> {
  const connection = openSqliteConnection(file, 'write');
  try {
    await migrate(connection);
    await connection.db
      .insertInto('head')
      .values({ id: 1, epoch, seq: 0, hash: '0'.repeat(64) })
      .execute();
  } finally {
    connection.close();
  }
}
