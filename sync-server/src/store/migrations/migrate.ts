import type { Kysely } from 'kysely';
import type { SqliteConnection } from '../sqlite-connection.ts';
import { StoreUnavailable } from '../store.ts';
import { allMigrations } from './all-migrations.ts';
import type { Migration } from './migration.ts';

interface MigrationSchema {
  applied_migrations: { number: number; name: string };
}

/**
 * Brings a file to this program's shape: all missing steps in one transaction, so that a crash leaves the old
 * shape or the new one. A file written by a newer program is left alone, since this one would misread it.
 */
export async function migrate(
  connection: SqliteConnection,
  migrations: readonly Migration[] = allMigrations,
): Promise<void> {
  const db = connection.db as unknown as Kysely<MigrationSchema>;
  connection.command('BEGIN IMMEDIATE');
  try {
    await db.schema
      .createTable('applied_migrations')
      .ifNotExists()
      .addColumn('number', 'integer', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull())
      .execute();
    const applied = new Set(
      (await db.selectFrom('applied_migrations').select('number').execute()).map((row) => row.number),
    );
    const newest = migrations.at(-1)?.number ?? 0;
    if ([...applied].some((number) => number > newest)) {
      throw new StoreUnavailable('database written by a newer version of this program');
    }
    for (const { number, name, up } of migrations) {
      if (applied.has(number)) continue;
      await up(connection.db as unknown as Kysely<unknown>);
      await db.insertInto('applied_migrations').values({ number, name }).execute();
    }
    connection.command('COMMIT');
  } catch (error) {
    if (connection.isInTransaction) connection.command('ROLLBACK');
    throw error;
  }
}
