import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { ClerkId, Epoch, MunicipalityId } from '@amtsstube/shared/domain/ids';
import type { Instant } from '@amtsstube/shared/domain/time';
import { z } from '@amtsstube/shared/domain/zod';
import { type SalvageDone, type SalvagedDocument, salvageList } from '@amtsstube/shared/replication/salvage';
import { openPrivateDatabase } from '../private-database.ts';

export const salvageFile = 'salvage.sqlite';

/** More than a town loses between two backups; whoever brings more has to keep it for now. */
const mostOfOne = { documents: 50_000, bytes: 200_000_000 };

/** What desks bring is only ever added to: with a made-up number nobody takes another's version away. */
const schema = `
  create table if not exists salvaged (
    municipality text not null, collection text not null, id text not null, epoch text not null, seq integer not null,
    digest text not null, bytes integer not null, broughtBy text not null, broughtAt text not null,
    document text not null, primary key (municipality, collection, id, epoch, seq, digest)
  ) strict;`;

const entries = salvageList.shape.documents;
const stored = z.object({ document: z.string() });
const held = z.object({ documents: z.int(), bytes: z.int() });

/**
 * Documents of before a restore, as desks brought them (L8): apart from the municipality's own, because nobody decided
 * that they stand. Of several desks' versions each is kept.
 */
export class SalvageStore {
  readonly #database: DatabaseSync;
  readonly #most: typeof mostOfOne;

  constructor(database: DatabaseSync, most = mostOfOne) {
    this.#database = database;
    this.#most = most;
    database.exec(schema);
    this.#takeOverFormer();
  }

  /** The table of a former version held one version of each. */
  #takeOverFormer(): void {
    if (!this.#database.prepare("select 1 from sqlite_schema where name = 'salvage'").get()) return;
    const rows = this.#database.prepare('select * from salvage').all();
    const insert = this.#database.prepare(
      'insert into salvaged values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing',
    );
    this.#database.exec('begin immediate');
    for (const row of rows) {
      const { document: text } = stored.parse(row);
      const { municipality = '', collection = '', id = '', epoch = '', seq = 0, broughtBy = '' } = row;
      const of = [municipality, collection, id, epoch, seq];
      insert.run(...of, digestOf(text), Buffer.byteLength(text), broughtBy, row['broughtAt'] ?? '', text);
    }
    this.#database.exec('drop table salvage; commit');
  }

  /** Durable afterwards; the same once more is no other. False: there is no more room for this municipality. */
  take(
    municipality: MunicipalityId,
    of: Epoch,
    documents: readonly SalvagedDocument[],
    by: ClerkId,
    at: Instant,
  ): boolean {
    const insert = this.#database.prepare(
      'insert into salvaged values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing',
    );
    this.#database.exec('begin immediate');
    try {
      let added = 0;
      for (const { collection, id, seq, document } of documents) {
        const text = JSON.stringify(document);
        const bytes = Buffer.byteLength(text);
        added += Number(
          insert.run(municipality, collection, id, of, seq, digestOf(text), bytes, by, at, text).changes,
        );
      }
      const hasRoom = added === 0 || this.#isWithin(municipality);
      this.#database.exec(hasRoom ? 'commit' : 'rollback');
      return hasRoom;
    } catch (error) {
      this.#database.exec('rollback');
      throw error;
    }
  }

  #isWithin(municipality: MunicipalityId): boolean {
    const { documents, bytes } = held.parse(
      this.#database
        .prepare(
          'select count(*) as documents, coalesce(sum(bytes), 0) as bytes from salvaged where municipality = ?',
        )
        .get(municipality),
    );
    return documents <= this.#most.documents && bytes <= this.#most.bytes;
  }

  /** The newest version of each first, as their desks say. */
  list(municipality: MunicipalityId): z.infer<typeof entries> {
    const rows = this.#database
      .prepare(
        'select * from salvaged where municipality = ? order by collection, id, seq desc, broughtAt, digest',
      )
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

  /** All versions of it, for ever: it was looked through, or its case is erased (S11). */
  remove(municipality: MunicipalityId, { collection, id }: SalvageDone['documents'][number]): void {
    this.#database
      .prepare('delete from salvaged where municipality = ? and collection = ? and id = ?')
      .run(municipality, collection, id);
  }

  close(): void {
    this.#database.close();
  }
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** @throws CannotStart */
export function openSalvage(directory: string): SalvageStore {
  const file = join(directory, salvageFile);
  return openPrivateDatabase(file, `What desks salvaged, ${file},`, (database) => new SalvageStore(database));
}
