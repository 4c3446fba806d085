import { setTimeout as pause } from 'node:timers/promises';
import type { Clerk } from '@amtsstube/shared/domain/clerk';
import { visibleScopes } from '@amtsstube/shared/domain/scope';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { replicatedCollections } from '@amtsstube/shared/replication/collections';
import type { Store } from '@amtsstube/sync-server/store/store';
import type { FaultDesk } from './desk-process.ts';
import type { FaultTown } from './town.ts';
import { versionsOf } from './versions.ts';

const patienceMs = 90_000;
const betweenLooksMs = 100;

/** Everything of this desk is at the server. @throws when it isn't for a long time */
export async function handedOver(desk: FaultDesk): Promise<void> {
  const until = performance.now() + patienceMs;
  while ((await desk.state()).open > 0) {
    if (performance.now() > until) throw new Error(`${desk.setup.clerk.name} hands nothing over`);
    await pause(betweenLooksMs);
  }
}

export type Rows = [string, string, number, unknown][];

/** What a clerk may see of the server's documents. */
export async function serverRows(store: Store, clerk: Clerk): Promise<Rows> {
  return store.snapshot(testTown.municipalityId, async (read) => {
    const rows: Rows = [];
    for (const collection of replicatedCollections) {
      for (const { id, seq, document } of await read.changes(collection, visibleScopes(clerk), 0, 1_000_000))
        if (document !== null) rows.push([collection, id, seq, document]);
    }
    return rows;
  });
}

/**
 * Waits until nothing is left to hand over and every copy is the server's.
 * @returns how long it took, or what is not at rest
 */
export async function comeToRest(
  town: FaultTown,
  store: Store,
  patience = patienceMs,
): Promise<{ readonly ms: number } | { readonly stuck: readonly string[] }> {
  const began = performance.now();
  for (;;) {
    const stuck: string[] = [];
    for (const desk of town.desks) {
      const remark = await restless(desk, store);
      if (remark !== undefined) stuck.push(`${desk.setup.clerk.name}: ${remark}`);
    }
    const ms = performance.now() - began;
    if (stuck.length === 0) return { ms };
    if (ms > patience || !town.server.isUp) return { stuck: [...stuck, ...serverDown(town)] };
    await pause(betweenLooksMs);
  }
}

function serverDown({ server }: FaultTown): readonly string[] {
  return server.isUp ? [] : [`the server ended by itself: ${server.output}`];
}

async function restless(desk: FaultDesk, store: Store): Promise<string | undefined> {
  const { open, overlay, versions, line, notNow, waitingFiles } = await desk.state();
  if (open > 0) return `${open} not handed over (line ${line}, not now: ${notNow})`;
  if (waitingFiles > 0) return `${waitingFiles} files not handed over (line ${line})`;
  if (overlay.length > 0) return `${overlay.join(', ')} look different from the copy (line ${line})`;
  const there = versionsOf(await serverRows(store, desk.setup.clerk));
  return versions === there ? undefined : `the copy is another one than the server's (line ${line})`;
}
