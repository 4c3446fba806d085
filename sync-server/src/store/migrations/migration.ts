import type { Kysely } from 'kysely';

/** One step from an older shape of the file to the next. Never changed once it has been released. */
export interface Migration {
  /** 1, 2, 3 …: applied in this order, each once. */
  readonly number: number;
  readonly name: string;
  up(db: Kysely<unknown>): Promise<void>;
}
