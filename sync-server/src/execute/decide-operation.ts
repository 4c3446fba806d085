import type { Actor } from '@amtsstube/shared/domain/actor';
import { type CollectionName, type DocumentOf, type Key, keyOf } from '@amtsstube/shared/domain/documents';
import type { OpId } from '@amtsstube/shared/domain/ids';
import type { Instant } from '@amtsstube/shared/domain/time';
import { prepare } from '@amtsstube/shared/operations/decide';
import type { Load } from '@amtsstube/shared/operations/define-operation';
import type { Operation } from '@amtsstube/shared/operations/operation';
import type { Outcome } from '@amtsstube/shared/operations/outcome';
import { serverVersion } from '../server-version.ts';
import { storageFailure } from '../store/storage-failure.ts';
import {
  type LogRow,
  type StoredClaim,
  type StoredDocument,
  StoreUnavailable,
  type Tx,
} from '../store/store.ts';
import { chainHash, payloadHash } from './hash.ts';
import { scan } from './scan.ts';

export type Decided =
  | {
      readonly outcome: 'decided';
      readonly row: LogRow;
      readonly isNew: boolean;
      /** The rule's bug behind a refusal as `internal`, to be reported after the commit. */
      readonly bug?: RuleBug;
    }
  /** The opId is known with another payload: the first text counts (S2). */
  | { readonly outcome: 'alreadyReceived'; readonly row: LogRow }
  | { readonly outcome: 'notNow'; readonly cause: 'unknownKind' | 'unknownVersion' };

export interface RuleBug {
  readonly error: unknown;
}

/**
 * Decides one operation inside its transaction (S1): idempotency look-up, the documents it reads, the pure rule,
 * then documents, log row and effects under the next seq. The device's order is checked by the caller.
 */
export async function decideOperation(
  tx: Tx,
  operation: Operation,
  actor: Actor,
  decidedAt: Instant,
  version: string = serverVersion,
): Promise<Decided> {
  const head = await tx.head();
  const hash = payloadHash(operation);
  const known = await tx.logByOpId(operation.opId);
  if (known) {
    return known.payloadHash === hash
      ? { outcome: 'decided', row: known, isNew: false }
      : { outcome: 'alreadyReceived', row: known };
  }
  const seq = head.seq + 1;
  const ruled = await claimAsRuled(tx, seq, decidedAt, () =>
    applyRule(tx, operation, actor, decidedAt, version),
  );
  if (ruled.outcome === 'notNow') return ruled;
  const { outcome, before, erases, ...found } = ruled;

  const changes = outcome.outcome === 'accepted' ? outcome.changes : [];
  const unhashed: Omit<LogRow, 'hash'> = {
    seq,
    opId: operation.opId,
    deviceId: operation.deviceId,
    n: operation.deviceId === null ? null : operation.n,
    kind: operation.kind,
    v: operation.v,
    actor,
    at: operation.at,
    decidedAt,
    payloadHash: hash,
    result:
      outcome.outcome === 'accepted'
        ? { decided: 'accepted' }
        : { decided: 'refused', reason: outcome.reason },
    touched: changes.map(({ collection, id }) => ({ collection, id })),
    previousHash: head.hash,
  };
  const row: LogRow = { ...unhashed, hash: chainHash(unhashed) };
  for (const { collection, id, document } of changes) {
    const scope = document?.scope ?? before.get(keyOf({ collection, id }))?.scope ?? 'all';
    await tx.putDocument({ collection, id, scope, seq, document });
  }
  await tx.appendLog(row, operation.payload);
  if (outcome.outcome === 'accepted') for (const erased of erases) await tx.erasePayload(erased);
  const effects = outcome.outcome === 'accepted' ? outcome.effects : [];
  for (const [index, effect] of effects.entries()) {
    const dueAt = ('notBefore' in effect && effect.notBefore) || decidedAt;
    await tx.addEffect({ id: `${seq}.${index}`, effect, attempts: 0, dueAt });
  }
  await tx.setHead({ epoch: head.epoch, seq, hash: row.hash });
  return { outcome: 'decided', row, isNew: true, ...found };
}

/** How often a rule is asked again because another process took the time it had found free. */
const mostAttempts = 5;

/**
 * The rule, and what it claims, together: where another server process took a unit between reading and writing, the
 * unique key says so, and the rule is asked again with what there is now (K2). One process alone never comes to that.
 */
async function claimAsRuled(
  tx: Tx,
  seq: number,
  decidedAt: Instant,
  rule: () => Promise<Ruled>,
): Promise<Ruled> {
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const ruled = await rule();
    if (ruled.outcome === 'notNow' || ruled.outcome.outcome !== 'accepted') return ruled;
    if (await tx.writeClaims(ruled.outcome.claims ?? [], seq, decidedAt)) return ruled;
  }
  throw new StoreUnavailable('claims kept changing');
}

type Ruled =
  | {
      readonly outcome: Exclude<Outcome, { outcome: 'forecastOnly' }>;
      /** What the rule was given, as stored. */
      readonly before: ReadonlyMap<Key, StoredDocument>;
      readonly erases: readonly OpId[];
      readonly bug?: RuleBug;
    }
  | Extract<Decided, { outcome: 'notNow' }>;

/**
 * A bug in a rule, or in what it says it reads, is a refusal like any other, so that the journal doesn't stick (S3);
 * the payload is kept.
 * @throws StoreUnavailable when the disk fails: only rules refuse
 */
async function applyRule(
  tx: Tx,
  operation: Operation,
  actor: Actor,
  decidedAt: Instant,
  version: string,
): Promise<Ruled> {
  const before = new Map<Key, StoredDocument>();
  try {
    const prepared = prepare(operation);
    if (!prepared.ready) return { outcome: 'notNow', cause: prepared.because };
    const all = await scan(tx, prepared.scans);
    const named = new Set<Key>();
    const docs = loadFrom(before, named, all);
    let reads = [...prepared.reads, ...prepared.readsScanned(all)];
    while (reads.length > 0) {
      for (const read of reads) named.add(keyOf(read));
      for (const stored of await tx.documents(reads)) before.set(keyOf(stored), stored);
      reads = [...prepared.readsThen(named, docs.get, decidedAt)];
    }
    const { opId, deviceId, at } = operation;
    const claims: StoredClaim[] = [];
    for (const range of prepared.claims(docs, decidedAt)) claims.push(...(await tx.claims(range)));
    for (const range of prepared.claims(docs, decidedAt, claims)) claims.push(...(await tx.claims(range)));
    const outcome = prepared.decide(
      { ...docs, claims: () => claims },
      { opId, actor, deviceId, at, decidedAt },
    );
    if (outcome.outcome === 'forecastOnly')
      throw new Error('a rule found documents missing, which the server has all');
    return { outcome, before, erases: prepared.erases };
  } catch (error) {
    const failure = storageFailure(error);
    if (failure) throw failure;
    const outcome = { outcome: 'refused', reason: { code: 'internal', serverVersion: version } } as const;
    return { outcome, before, erases: [], bug: { error } };
  }
}

/** The server has everything; what a rule reads without naming it in `reads` is a bug and comes to light here. */
function loadFrom(
  documents: ReadonlyMap<Key, StoredDocument>,
  named: ReadonlySet<Key>,
  all: Load['all'],
): Omit<Load, 'claims'> {
  return {
    all,
    get: <C extends CollectionName>(collection: C, id: string) => {
      const key = keyOf({ collection, id });
      if (!named.has(key)) throw new Error(`read without being named: ${collection}`);
      return (documents.get(key)?.document ?? undefined) as DocumentOf<C> | undefined;
    },
  };
}
