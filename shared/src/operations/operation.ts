import { deviceId, opId } from '../domain/ids.ts';
import { instant } from '../domain/time.ts';
import { z } from '../domain/zod.ts';

/** An operation's payload and the rest of the envelope together, in UTF-8 (J8), see `measuredText`; bigger things are blobs. */
export const maximumOperationBytes = 256 * 1024;

/**
 * What is held against `maximumOperationBytes`, by desk and server alike. The journal's id and number don't count: a
 * desk measures before it numbers, and a journal that changes its identity numbers again what was saved (J1).
 */
export function measuredText({ opId, kind, v, payload, at }: Measured): string {
  return JSON.stringify({ opId, kind, v, payload, at });
}

/** How deep a payload's objects and lists may lie in each other: what reads one goes down by recursion. */
export const maximumPayloadDepth = 100;

const common = {
  opId,
  kind: z.string().min(1).max(60),
  v: z.int().min(1).max(1000),
  payload: z.unknown(),
  at: instant,
};

/** Something a person did at a desk: numbered within its journal (n = 1, 2, …). */
export const deskOperation = z.strictObject({ ...common, deviceId, n: z.int().min(1) });
export type DeskOperation = z.infer<typeof deskOperation>;

/** What a citizen or the system itself did: no journal, idempotent by opId alone. */
export const serverOperation = z.strictObject({ ...common, deviceId: z.null() });
export type ServerOperation = z.infer<typeof serverOperation>;

export type Operation = DeskOperation | ServerOperation;
type Measured = Pick<Operation, 'opId' | 'kind' | 'v' | 'payload' | 'at'>;
