import type { Claim } from '@amtsstube/shared/domain/appointments/claim';
import type { CollectionName } from '@amtsstube/shared/domain/documents';
import type { ClerkId, DeviceId, Epoch, OpId } from '@amtsstube/shared/domain/ids';
import type { Instant } from '@amtsstube/shared/domain/time';
import type { Generated } from 'kysely';

/** The tables of one municipality's file. What is named `…_json` holds JSON written by this store. */
export interface SqliteSchema {
  head: HeadTable;
  documents: DocumentsTable;
  digests: DigestsTable;
  departures: DeparturesTable;
  log: LogTable;
  payloads: PayloadsTable;
  devices: DevicesTable;
  outbox: OutboxTable;
  claims: ClaimsTable;
}

/** Exactly one row, id 1. */
interface HeadTable {
  id: number;
  epoch: Epoch;
  seq: number;
  hash: string;
}

/** A removed document keeps its row, so that every desk hears of it. */
interface DocumentsTable {
  collection: CollectionName;
  id: string;
  scope: string;
  seq: number;
  document_json: string | null;
  /** The digest of this row, so that it can be taken out of the sum without reading the document (S8). */
  digest_count: number;
  digest_high: number;
  digest_low: number;
}

/** One row per scope that a document has left, at the seq of the last time it did (S9). */
interface DeparturesTable {
  collection: CollectionName;
  scope: string;
  id: string;
  seq: number;
}

interface DigestsTable {
  collection: CollectionName;
  scope: string;
  count: number;
  high: number;
  low: number;
  newest: number;
}

interface LogTable {
  seq: number;
  op_id: OpId;
  device_id: DeviceId | null;
  n: number | null;
  kind: string;
  v: number;
  actor_json: string;
  at: Instant;
  decided_at: Instant;
  payload_hash: string;
  result_json: string;
  touched_json: string;
  previous_hash: string;
  hash: string;
}

/** Apart from the log, so that a payload can be erased and the log stays whole (S11). No row: erased. */
interface PayloadsTable {
  op_id: OpId;
  payload_json: string;
}

interface DevicesTable {
  device_id: DeviceId;
  clerk_id: ClerkId;
  last_n: number;
}

interface OutboxTable {
  /** Order of arrival: the ids don't sort as text. */
  position: Generated<number>;
  id: string;
  effect_json: string;
  attempts: number;
  due_at: Instant;
}

/** Who owns a unit of a counter's time (K1). The primary key is the guard: one row, one owner. */
interface ClaimsTable {
  counter_id: Claim['counterId'];
  unit: number;
  state: Claim['state'];
  owner: string;
  until: Instant | null;
  fence: number;
  seq: number;
}
