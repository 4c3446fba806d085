import { createHash } from 'node:crypto';
import type { LogRow } from '@amtsstube/sync-server/store/store';
import type { SimDesk } from './sim-desk.ts';
import type { World } from './world.ts';

/** What a history has left behind: equal traces, equal histories. */
export interface Trace {
  /** Every decision with its time and, by the chain's hash, its payload. */
  readonly log: readonly LogRow[];
  /** Per desk a hash over what it was told is saved, its journal's bytes and its copies. */
  readonly desks: readonly string[];
}

export async function traceOf({ store, server, desks }: World): Promise<Trace> {
  return {
    log: await store.snapshot(server.municipality, (read) => read.log(0, 1_000_000)),
    desks: desks.map(fingerprintOf),
  };
}

function fingerprintOf({ saved, disk, cacheDisk }: SimDesk): string {
  const hash = createHash('sha256').update(JSON.stringify(saved));
  for (const [name, bytes] of disk.journalImage()) hash.update(name).update(bytes);
  for (const [name, { documents, checkpoint }] of cacheDisk.collections) {
    hash.update(JSON.stringify([name, checkpoint, [...documents]]));
  }
  return hash.digest('hex');
}
