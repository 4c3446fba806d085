import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { SqliteDialect, type SqliteStatement } from 'kysely';

/**
 * Kysely's SQLite dialect on node:sqlite. Statements are kept by their text: preparing costs more than running
 * one, and the store has a fixed set of them.
 * @param onFailure sees each error before it goes on, and may put another in its place
 */
export function sqliteDialect(database: DatabaseSync, onFailure: (error: unknown) => unknown): SqliteDialect {
  const prepared = new Map<string, SqliteStatement>();

  function guarded<T>(action: () => T): T {
    try {
      return action();
    } catch (error) {
      throw onFailure(error);
    }
  }

  function prepare(text: string): SqliteStatement {
    const statement = guarded(() => database.prepare(text));
    return {
      reader: statement.columns().length > 0,
      all: (values) => guarded(() => statement.all(...(values as SQLInputValue[]))),
      run: (values) => guarded(() => statement.run(...(values as SQLInputValue[]))),
      iterate: (values) => guarded(() => statement.iterate(...(values as SQLInputValue[]))),
    };
  }

  return new SqliteDialect({
    database: {
      close: () => database.close(),
      prepare: (text) => {
        const known = prepared.get(text);
        if (known) return known;
        const statement = prepare(text);
        prepared.set(text, statement);
        return statement;
      },
    },
  });
}
