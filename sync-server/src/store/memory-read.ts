import { claimKey } from '@amtsstube/shared/domain/appointments/claim';
import { addDigest, emptyDigest } from '@amtsstube/shared/replication/digest';
import type { MemoryTables } from './memory-tables.ts';
import type { LogRow, Read, StoredClaim, StoredDocument } from './store.ts';

/** Reads the tables as they were at `version`, whatever is written meanwhile. */
export function createMemoryRead(tables: MemoryTables, version: number): Read {
  function headNow() {
    const head = tables.head.get(0, version);
    if (!head) throw new Error('the municipality has no head');
    return head;
  }
  const logRow = (seq: number) => tables.log.get(seq, version);
  const logAfter = (after: number) => {
    const rows: LogRow[] = [];
    for (const [seq, row] of tables.log.entries(version)) if (seq > after) rows.push(row);
    return rows.sort((a, b) => a.seq - b.seq);
  };
  const byPlace = (a: Pick<StoredClaim, 'counterId' | 'unit'>, b: typeof a) =>
    compareText(a.counterId, b.counterId) || a.unit - b.unit;
  const allClaims = () => [...tables.claims.entries(version)].map(([, claim]) => claim).sort(byPlace);
  const bySeq = (a: StoredDocument, b: StoredDocument) => a.seq - b.seq || compareText(a.id, b.id);

  return {
    head: async () => headNow(),
    document: async ({ collection, id }) => tables.documents[collection].get(id, version)?.stored,
    documents: async (refs) =>
      refs.flatMap(({ collection, id }) => tables.documents[collection].get(id, version)?.stored ?? []),
    changes: async (collection, scopes, after, limit) => {
      const found: StoredDocument[] = [];
      for (const [, { stored }] of tables.documents[collection].entries(version)) {
        if (stored.seq > after && scopes.includes(stored.scope)) found.push(stored);
      }
      const gone = new Map<string, StoredDocument>();
      for (const [, left] of tables.departures.entries(version)) {
        if (left.collection !== collection || !scopes.includes(left.scope)) continue;
        const present = tables.documents[collection].get(left.id, version)?.stored;
        if (present && scopes.includes(present.scope)) continue;
        if ((gone.get(left.id)?.seq ?? -1) < left.seq) gone.set(left.id, left);
      }
      found.push(...[...gone.values()].filter(({ seq }) => seq > after));
      return found.sort(bySeq).slice(0, limit);
    },
    departure: async ({ collection, id }, scopes) => {
      const left = scopes.flatMap(
        (scope) => tables.departures.get(`${collection} ${id} ${scope}`, version)?.seq ?? [],
      );
      return left.length === 0 ? undefined : Math.max(...left);
    },
    digest: async (collection, scopes) => {
      let sum = { ...emptyDigest, newest: 0 };
      for (const scope of new Set(scopes)) {
        const digest = tables.digests.get(digestKey(collection, scope), version);
        if (digest) sum = { ...addDigest(sum, digest), newest: Math.max(sum.newest, digest.newest) };
      }
      return sum;
    },
    logByOpId: async (opId) => {
      const seq = tables.seqByOpId.get(opId, version);
      return seq === undefined ? undefined : logRow(seq);
    },
    logBySeq: async (seq) => logRow(seq),
    logOfDevice: async (deviceId, firstOpen) => {
      const rows: LogRow[] = [];
      for (const [, row] of tables.log.entries(version)) {
        if (row.deviceId === deviceId && (row.n ?? 0) >= firstOpen) rows.push(row);
      }
      return rows.sort((a, b) => (a.n ?? 0) - (b.n ?? 0));
    },
    log: async (after, limit) => logAfter(after).slice(0, limit),
    logOfKind: async (kind, after, limit) =>
      logAfter(after)
        .filter((row) => row.kind === kind)
        .slice(0, limit),
    payload: async (opId) => tables.payloads.get(opId, version),
    device: async (deviceId) => tables.devices.get(deviceId, version),
    dueEffects: async (now, limit) =>
      [...tables.outbox.entries(version)]
        .map(([, row]) => row)
        .filter((row) => row.dueAt <= now)
        // stable: among equals the order of arrival stays
        .sort((a, b) => compareText(a.dueAt, b.dueAt))
        .slice(0, limit),
    effectsOf: async (seq) =>
      [...tables.outbox.entries(version)].map(([, row]) => row).filter(({ id }) => id.startsWith(`${seq}.`)),
    allDocuments: async (collection, afterId, limit) =>
      [...tables.documents[collection].entries(version)]
        .map(([, { stored }]) => stored)
        .filter(({ id }) => id > afterId)
        .sort((a, b) => compareText(a.id, b.id))
        .slice(0, limit),
    claims: async ({ counterId, from, to }) => {
      const found: StoredClaim[] = [];
      for (let unit = from; unit < to; unit += 1) {
        const claim = tables.claims.get(claimKey(counterId, unit), version);
        if (claim) found.push(claim);
      }
      return found;
    },
    claimsSince: async (seq, from) => allClaims().filter((claim) => claim.seq > seq && claim.unit >= from),
    claimsOf: async (seq) => allClaims().filter((claim) => claim.seq === seq),
    allClaims: async (after, limit) =>
      allClaims()
        .filter((claim) => after === undefined || byPlace(claim, after) > 0)
        .slice(0, limit),
  };
}

export function digestKey(collection: string, scope: string): string {
  return `${collection} ${scope}`;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
