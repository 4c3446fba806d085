import { claimKey, claimsAfter } from '@amtsstube/shared/domain/appointments/claim';
import { addDigest, emptyDigest } from '@amtsstube/shared/replication/digest';
import { digestChanges } from './digest-change.ts';
import { createMemoryRead, digestKey } from './memory-read.ts';
import type { MemoryTables } from './memory-tables.ts';
import type { Tx } from './store.ts';

/**
 * Reads and writes at `version`, which nobody else reads yet. Refuses what the SQLite tables refuse.
 * @param oldestRead the oldest version a snapshot still reads
 */
export function createMemoryTx(tables: MemoryTables, version: number, oldestRead: number): Tx {
  return {
    ...createMemoryRead(tables, version),
    setHead: async (head) => tables.head.set(0, head, version, oldestRead),
    putDocument: async (stored) => {
      const { collection, id } = stored;
      const documents = tables.documents[collection];
      const before = documents.get(id, version);
      const { digest, changes } = digestChanges(
        before && { scope: before.stored.scope, digest: before.digest },
        stored,
      );
      documents.set(id, { stored, digest }, version, oldestRead);
      if (before && before.stored.scope !== stored.scope) {
        const left = { collection, id, scope: before.stored.scope, seq: stored.seq, document: null };
        tables.departures.set(`${collection} ${id} ${left.scope}`, left, version, oldestRead);
      }
      for (const { scope, add, newest } of changes) {
        const key = digestKey(collection, scope);
        const sum = tables.digests.get(key, version) ?? { ...emptyDigest, newest: 0 };
        const changed = { ...addDigest(sum, add), newest: Math.max(sum.newest, newest) };
        tables.digests.set(key, changed, version, oldestRead);
      }
    },
    writeClaims: async (writes, seq, decidedAt) => {
      const rows = claimsAfter(
        (counter, unit) => tables.claims.get(claimKey(counter, unit), version),
        writes,
        decidedAt,
      );
      for (const row of rows ?? [])
        tables.claims.set(claimKey(row.counterId, row.unit), { ...row, seq }, version, oldestRead);
      return rows !== undefined;
    },
    putClaims: async (claims) => {
      for (const claim of claims) {
        const key = claimKey(claim.counterId, claim.unit);
        if ((tables.claims.get(key, version)?.seq ?? 0) < claim.seq)
          tables.claims.set(key, claim, version, oldestRead);
      }
    },
    appendLog: async (row, payload) => {
      if (tables.log.get(row.seq, version)) throw new Error(`seq ${row.seq} is taken`);
      if (tables.seqByOpId.get(row.opId, version)) throw new Error(`operation ${row.opId} is decided`);
      const place = row.deviceId === null ? undefined : `${row.deviceId} ${row.n}`;
      if (place !== undefined) {
        if (tables.seqByDevice.get(place, version)) throw new Error(`operation ${place} is decided`);
        tables.seqByDevice.set(place, row.seq, version, oldestRead);
      }
      tables.log.set(row.seq, row, version, oldestRead);
      tables.seqByOpId.set(row.opId, row.seq, version, oldestRead);
      if (payload !== undefined) tables.payloads.set(row.opId, payload, version, oldestRead);
    },
    erasePayload: async (opId) => tables.payloads.set(opId, undefined, version, oldestRead),
    putDevice: async (row) => tables.devices.set(row.deviceId, row, version, oldestRead),
    addEffect: async (row) => {
      if (tables.outbox.get(row.id, version)) throw new Error(`effect ${row.id} is written`);
      tables.outbox.set(row.id, row, version, oldestRead);
    },
    removeEffect: async (id) => tables.outbox.set(id, undefined, version, oldestRead),
    postponeEffect: async (id, attempts, dueAt) => {
      const row = tables.outbox.get(id, version);
      if (row) tables.outbox.set(id, { ...row, attempts, dueAt }, version, oldestRead);
    },
  };
}
