import { keyOf, type Ref } from '@amtsstube/shared/domain/documents';
import type { DeviceId } from '@amtsstube/shared/domain/ids';
import type { Scope } from '@amtsstube/shared/domain/scope';
import { isReplicated, type ReplicatedCollection } from '@amtsstube/shared/replication/collections';
import type { Decisions, Receipt, VersionedDocument } from '@amtsstube/shared/replication/messages';
import type { LogRow, Read, StoredDocument } from '../store/store.ts';

/**
 * All decisions of a device from its first open operation on, with the documents they touched as they are now.
 * Read in the same snapshot as whatever else the answer carries (S5, S6).
 */
export async function decisionsSince(
  read: Read,
  deviceId: DeviceId,
  firstOpen: number,
  scopes: readonly Scope[],
): Promise<Decisions> {
  const rows = await read.logOfDevice(deviceId, firstOpen);
  return { receipts: rows.map(receiptOf), documents: await touchedDocuments(read, rows, scopes) };
}

export function receiptOf(row: LogRow): Receipt {
  return { opId: row.opId, n: row.n ?? 1, seq: row.seq, decidedAt: row.decidedAt, result: row.result };
}

export async function touchedDocuments(
  read: Read,
  rows: readonly LogRow[],
  scopes: readonly Scope[],
): Promise<VersionedDocument[]> {
  const refs = new Map<string, Ref>();
  for (const touched of rows.flatMap((row) => row.touched)) {
    if (isReplicated(touched.collection)) refs.set(keyOf(touched), touched);
  }
  const shown: VersionedDocument[] = [];
  for (const stored of await read.documents([...refs.values()])) {
    // as a pull tells of it: what the desk sees no more at its latest departure from there. Of what never was there no
    // pull tells, and an entry for it would wait in the desk's receipt layer for the next verification
    const seq = scopes.includes(stored.scope) ? stored.seq : await read.departure(stored, scopes);
    if (seq !== undefined) shown.push({ ...versionedFor(stored, scopes), seq });
  }
  return shown;
}

/** The one place where visibility is decided: outside the desk's scopes a document looks removed (S9). */
export function versionedFor(stored: StoredDocument, scopes: readonly Scope[]): VersionedDocument {
  return {
    collection: stored.collection as ReplicatedCollection,
    id: stored.id,
    seq: stored.seq,
    document: scopes.includes(stored.scope) ? stored.document : null,
  };
}
