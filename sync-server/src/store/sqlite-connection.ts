import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { sqliteDialect } from './sqlite-dialect.ts';
import type { SqliteSchema } from './sqlite-schema.ts';
import { storageFailure } from './storage-failure.ts';
import type { StoreUnavailable } from './store.ts';

/** One connection to one file: Kysely for queries, plain commands for transactions. */
export interface SqliteConnection {
  readonly db: Kysely<SqliteSchema>;
  /** BEGIN, SAVEPOINT, COMMIT, …: at once, without a promise between. */
  command(text: string): void;
  readonly isInTransaction: boolean;
  /** The first failure of the disk since `forgetFailure`, also when somebody caught it on its way. */
  readonly failure: StoreUnavailable | undefined;
  forgetFailure(): void;
  close(): void;
}

/** How long one connection waits for another, in milliseconds. It blocks the process, so not for long. */
const busyTimeout = 2000;

/**
 * WAL so that reading and writing don't wait for each other, FULL so that what is committed survives a power
 * cut, secure_delete so that what is erased is gone from the file (S11), and no temporary files beside it.
 */
const writerPragmas = [
  'journal_mode = WAL',
  'synchronous = FULL',
  'secure_delete = ON',
  'temp_store = MEMORY',
  // KiB when negative: a small town's active work stays in memory
  'cache_size = -16000',
];

/** `read` needs the file to be there with its tables; it never changes it. */
export function openSqliteConnection(file: string, access: 'write' | 'read'): SqliteConnection {
  let failure: StoreUnavailable | undefined;
  function note(error: unknown): unknown {
    const found = storageFailure(error);
    failure ??= found;
    return found ?? error;
  }

  const database = openDatabase(file, access);
  const commands = new Map<string, StatementSync>();
  const db = new Kysely<SqliteSchema>({ dialect: sqliteDialect(database, note) });
  return {
    db,
    command: (text) => {
      try {
        const statement = commands.get(text) ?? database.prepare(text);
        commands.set(text, statement);
        statement.run();
      } catch (error) {
        throw note(error);
      }
    },
    get isInTransaction() {
      return database.isTransaction;
    },
    get failure() {
      return failure;
    },
    forgetFailure: () => {
      failure = undefined;
    },
    close: () => database.close(),
  };
}

function openDatabase(file: string, access: 'write' | 'read'): DatabaseSync {
  try {
    const database = new DatabaseSync(file, {
      readOnly: access === 'read',
      timeout: busyTimeout,
      enableForeignKeyConstraints: true,
    });
    try {
      if (access === 'write') {
        for (const pragma of writerPragmas) database.exec(`PRAGMA ${pragma}`);
      }
    } catch (error) {
      database.close();
      throw error;
    }
    return database;
  } catch (error) {
    throw storageFailure(error) ?? error;
  }
}
