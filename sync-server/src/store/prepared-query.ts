import type { Compilable, CompiledQuery, Kysely } from 'kysely';

/** Stands for a value while a query is built. */
class Placeholder {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/**
 * A Kysely query built and compiled once, run many times with other values: building costs several times what
 * SQLite needs for a row. `build` gets placeholders and may use them only as values, never look at them.
 */
export function prepareQuery<Values extends object, Row, Schema>(
  db: Kysely<Schema>,
  build: (values: Values) => Compilable<Row>,
): (values: Values) => Promise<readonly Row[]> {
  const placeholders = new Proxy({}, { get: (_, name) => new Placeholder(String(name)) }) as Values;
  const compiled: CompiledQuery<Row> = build(placeholders).compile();
  return async (values) => {
    const parameters = compiled.parameters.map((parameter) =>
      parameter instanceof Placeholder ? values[parameter.name as keyof Values] : parameter,
    );
    return (await db.executeQuery<Row>({ ...compiled, parameters })).rows;
  };
}
