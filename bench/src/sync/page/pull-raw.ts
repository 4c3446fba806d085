import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { type ReplicatedCollection, replicatedCollections } from '@amtsstube/shared/replication/collections';
import type { ChangesAnswer, ChangesRequest } from '@amtsstube/shared/replication/messages';
import { Dexie } from 'dexie';
import { transferredBytes } from './transferred.ts';

export interface RawPull {
  readonly ms: number;
  readonly bytes: number;
}

/**
 * The very same pages by plain fetch into plain tables, at IndexedDB's usual durability like the desk's: collections
 * side by side, and the next page is on its way while one is written. Nothing is checked, watched or made safe.
 */
export async function pullRaw(token: string, caseCount: number): Promise<RawPull> {
  const startedAt = performance.now();
  const database = new Dexie('raw');
  database.version(1).stores(Object.fromEntries(replicatedCollections.map((name) => [name, 'id'])));
  await database.open();
  const deviceId = crypto.randomUUID();
  await Promise.all(replicatedCollections.map((name) => pullCollection(database, name, token, deviceId)));
  const ms = performance.now() - startedAt;
  for (const name of ['cases', 'dossiers']) {
    const count = await database.table(name).count();
    if (count !== caseCount) throw new Error(`${count} documents in ${name}`);
  }
  return { ms, bytes: transferredBytes() };
}

async function pullCollection(
  database: Dexie,
  collection: ReplicatedCollection,
  token: string,
  deviceId: string,
): Promise<void> {
  const table = database.table(collection);
  let writing: Promise<unknown> = Promise.resolve();
  let page = await fetchPage(collection, token, { epoch: null, deviceId, checkpoint: null });
  for (;;) {
    const { documents, checkpoint, epoch, more } = page;
    await writing;
    writing = table.bulkPut(documents.map(({ document, seq }) => ({ ...document, seq })));
    if (!more) break;
    page = await fetchPage(collection, token, { epoch, deviceId, checkpoint });
  }
  await writing;
}

async function fetchPage(
  collection: ReplicatedCollection,
  token: string,
  from: { epoch: string | null; deviceId: string; checkpoint: ChangesRequest['checkpoint'] },
) {
  const response = await fetch(`/api/m/${testTown.municipalityId}/changes/${collection}`, {
    method: 'POST',
    cache: 'no-store',
    credentials: 'omit',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ ...from, firstOpen: 1, limit: 1000 }),
  });
  const answer = (await response.json()) as ChangesAnswer;
  if (answer.result !== 'page') throw new Error(`no page of ${collection}: ${JSON.stringify(answer)}`);
  return answer;
}
