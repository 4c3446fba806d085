import PouchDB from 'pouchdb-browser';
import { transferredBytes } from '../../sync/page/transferred.ts';

/** As many documents at once as the desk asks for; PouchDB's own 100 are slower. */
const batch = { batch_size: 1000 };

let local: PouchDB | undefined;

export async function openPouch(): Promise<void> {
  local = new PouchDB('town', { auto_compaction: true, revs_limit: 1 });
  await local.info();
}

/** One replication from the server to here, the first or a later one. */
export async function pullWithPouch(
  documents: number,
): Promise<{ readonly ms: number; readonly bytes: number }> {
  if (local === undefined) throw new Error('PouchDB was not opened');
  const bytesBefore = transferredBytes('/db/');
  const startedAt = performance.now();
  const { docs_written } = await local.replicate.from(`${location.origin}/db/town`, batch);
  const ms = performance.now() - startedAt;
  if (docs_written !== documents) throw new Error(`PouchDB wrote ${docs_written} documents`);
  return { ms, bytes: transferredBytes('/db/') - bytesBefore };
}
