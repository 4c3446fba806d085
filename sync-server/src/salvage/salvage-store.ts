import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type ClerkId, type Epoch, epoch, type MunicipalityId } from '@amtsstube/shared/domain/ids';
import type { Instant } from '@amtsstube/shared/domain/time';
import { z } from '@amtsstube/shared/domain/zod';
import { type SalvageDone, type SalvagedDocument, salvageList } from '@amtsstube/shared/replication/salvage';
import { CannotStart } from '../start-server-listening.ts';

export const salvageFile = 'salvage.sqlite';

/** More than a town loses between two backups; whoever brings more is told that it is too much. */
const mostDocuments = 50_000;

const schema = `
  create table if not exists salvage (
    municipality text not null, collection text not null, id text not null, seq integer not null, epoch text not null,
    document text not null, broughtBy text not null, broughtAt text not null,
    primary key (municipality, collection, id)
  ) strict;`;

const entries = salvageList.shape.documents;
const stored = z.object({ document: z.string(), epoch });

/**
 * Documents of before a restore, as desks brought them (L8): apart from the municipality's own, because nobody decided
 * that they stand. Of several desks' versions the newest is kept.
 */
export class SalvageStore {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
    database.exec(schema);
  }

  /** Durable afterwards; the same once more is no other. False: there is no more room for this municipality. */
  take(
    municipality: MunicipalityId,
    of: Epoch,
    documents: readonly SalvagedDocument[],
    by: ClerkId,
    at: Instant,
  ): boolean {
    const { count } = z
      .object({ count: z.int() })
      .parse(
        this.#database
          .prepare('select count(*) as count from salvage where municipality = ?')
          .get(municipality),
      );
    if (count + documents.length > mostDocuments) return false;
    const insert = this.#database.prepare(
      `insert into salvage values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do update set seq = excluded.seq,
        epoch = excluded.epoch, document = excluded.document, broughtBy = excluded.broughtBy,
        broughtAt = excluded.broughtAt where excluded.epoch <> salvage.epoch or excluded.seq > salvage.seq`,
    );
    this.#database.exec('begin immediate');
    try {
      for (const { collection, id, seq, document } of documents)
        insert.run(municipality, collection, id, seq, of, JSON.stringify(document), by, at);
      this.#database.exec('commit');
    } catch (error) {
      this.#database.exec('rollback');
      throw error;
    }
    return true;
  }

  list(municipality: MunicipalityId): z.infer<typeof entries> {
    const rows = this.#database
      .prepare('select * from salvage where municipality = ? order by collection, id')
      .all(municipality);
    return entries.parse(
      rows.map((row) => ({
        collection: row['collection'],
        id: row['id'],
        seq: row['seq'],
        document: JSON.parse(stored.parse(row).document) as unknown,
        broughtBy: row['broughtBy'],
        broughtAt: row['broughtAt'],
      })),
    );
  }

  /** For ever: it was looked through, or its case is erased (S11). */
  remove(municipality: MunicipalityId, { collection, id }: SalvageDone['documents'][number]): void {
    this.#database
      .prepare('delete from salvage where municipality = ? and collection = ? and id = ?')
      .run(municipality, collection, id);
  }

  close(): void {
    this.#database.close();
  }
}

/** @throws CannotStart */
export function openSalvage(directory: string): SalvageStore {
  const file = join(directory, salvageFile);
  try {
    // made before SQLite makes it, so that nobody but its owner reads it; its log files take over the mode
    closeSync(openSync(file, 'a', 0o600));
    const database = new DatabaseSync(file);
    database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA busy_timeout = 5000;',
    );
    return new SalvageStore(database);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown reason';
    throw new CannotStart(`What desks salvaged, ${file}, can't be opened: ${reason}.`);
  }
}
