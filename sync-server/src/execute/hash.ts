import { createHash } from 'node:crypto';
import type { Operation } from '@amtsstube/shared/operations/operation';
import { canonicalJson } from '@amtsstube/shared/replication/canonical-json';
import type { LogRow } from '../store/store.ts';

/** SHA-256 (hex) of what a person did; the envelope's ids are left out, so that a repeated send has the same one. */
export function payloadHash({
  kind,
  v,
  payload,
  at,
}: Pick<Operation, 'kind' | 'v' | 'payload' | 'at'>): string {
  return sha256({ kind, v, payload, at });
}

/** SHA-256 (hex) of a log row with the hash of the one before it: nobody changes the past unseen (S4). */
export function chainHash(row: Omit<LogRow, 'hash'>): string {
  return sha256(row);
}

/** What stands before the first row. */
export const firstHash = '0'.repeat(64);

function sha256(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}
