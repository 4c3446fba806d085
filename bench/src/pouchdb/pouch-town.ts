import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { visibleScopes } from '@amtsstube/shared/domain/scope';
import { annaBerger, testTown } from '@amtsstube/shared/fixtures/test-town';
import { replicatedCollections } from '@amtsstube/shared/replication/collections';
import type { Store } from '@amtsstube/sync-server/store/store';
import express from 'express';
import expressPouchdb from 'express-pouchdb';
import memoryAdapter from 'pouchdb-adapter-memory';
import PouchDB from 'pouchdb-core';

/** The documents Anna Berger's desk gets, in PouchDB's own server, which keeps them in memory and answers with gzip. */
export class PouchTown {
  readonly url: string;
  readonly #close: () => Promise<void>;
  readonly #database: PouchDB;
  readonly #revisions = new Map<string, string>();
  #seq = 0;

  private constructor(url: string, database: PouchDB, close: () => Promise<void>) {
    this.url = url;
    this.#database = database;
    this.#close = close;
  }

  /** @param page what it serves beside, from the same origin, so that no request needs leave first */
  static async start(page: string): Promise<PouchTown> {
    const directory = await mkdtemp(join(tmpdir(), 'amtsstube-bench-pouchdb-'));
    const Memory = PouchDB.plugin(memoryAdapter).defaults({
      adapter: 'memory',
      // as little to keep and to send as it can: the desk keeps no former versions either
      auto_compaction: true,
      revs_limit: 1,
    });
    const app = express();
    app.use('/desk', express.static(page));
    app.use('/db', expressPouchdb(Memory, { mode: 'minimumForPouchDB', inMemoryConfig: true }));
    const listening = app.listen(0, '127.0.0.1');
    await new Promise((resolve) => listening.on('listening', resolve));
    const { port } = listening.address() as AddressInfo;
    return new PouchTown(`http://pouchdb.localhost:${port}/desk/`, new Memory('town'), async () => {
      listening.closeAllConnections();
      listening.close();
      await rm(directory, { recursive: true, force: true });
    });
  }

  /** Takes over what changed in the town since the last time. @returns how many documents */
  async follow(store: Store): Promise<number> {
    const changed = await store.snapshot(testTown.municipalityId, async (read) => {
      const documents: { readonly _id: string; readonly seq: number }[] = [];
      for (const collection of replicatedCollections) {
        const rows = await read.changes(collection, visibleScopes(annaBerger), this.#seq, 1_000_000);
        for (const { id, seq, document } of rows)
          if (document !== null) documents.push({ ...document, _id: `${collection}:${id}`, seq });
      }
      return documents;
    });
    const written = await this.#database.bulkDocs(
      changed.map((each) => ({ ...each, _rev: this.#revisions.get(each._id) })),
    );
    for (const each of written) {
      if ('error' in each) throw new Error(`PouchDB took a document not: ${JSON.stringify(each)}`);
      this.#revisions.set(each.id, each.rev);
    }
    this.#seq = Math.max(this.#seq, ...changed.map(({ seq }) => seq));
    return changed.length;
  }

  close(): Promise<void> {
    return this.#close();
  }
}
