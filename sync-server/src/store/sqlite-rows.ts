import type { AnyDocument } from '@amtsstube/shared/domain/documents';
import type { Selectable } from 'kysely';
import type { SqliteSchema } from './sqlite-schema.ts';
import type { LogRow, OutboxRow, StoredDocument } from './store.ts';

/** Rows as they lie in the file ↔ what the server works with. The file is ours, so JSON is parsed and believed. */
type DocumentRow = Pick<
  Selectable<SqliteSchema['documents']>,
  'collection' | 'id' | 'scope' | 'seq' | 'document_json'
>;

export function documentFrom({ document_json, ...row }: DocumentRow): StoredDocument {
  return { ...row, document: document_json === null ? null : (JSON.parse(document_json) as AnyDocument) };
}

export function logRowFrom(row: Selectable<SqliteSchema['log']>): LogRow {
  return {
    seq: row.seq,
    opId: row.op_id,
    deviceId: row.device_id,
    n: row.n,
    kind: row.kind,
    v: row.v,
    actor: JSON.parse(row.actor_json) as LogRow['actor'],
    at: row.at,
    decidedAt: row.decided_at,
    payloadHash: row.payload_hash,
    result: JSON.parse(row.result_json) as LogRow['result'],
    touched: JSON.parse(row.touched_json) as LogRow['touched'],
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}

export function rowOfLog(row: LogRow): Selectable<SqliteSchema['log']> {
  return {
    seq: row.seq,
    op_id: row.opId,
    device_id: row.deviceId,
    n: row.n,
    kind: row.kind,
    v: row.v,
    actor_json: JSON.stringify(row.actor),
    at: row.at,
    decided_at: row.decidedAt,
    payload_hash: row.payloadHash,
    result_json: JSON.stringify(row.result),
    touched_json: JSON.stringify(row.touched),
    previous_hash: row.previousHash,
    hash: row.hash,
  };
}

export function effectFrom(row: Selectable<SqliteSchema['outbox']>): OutboxRow {
  return {
    id: row.id,
    effect: JSON.parse(row.effect_json) as OutboxRow['effect'],
    attempts: row.attempts,
    dueAt: row.due_at,
  };
}
