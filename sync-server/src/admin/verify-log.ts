import {
  type Claim,
  type ClaimKey,
  type ClaimRange,
  claimKey,
  claimsAfter,
} from '@amtsstube/shared/domain/appointments/claim';
import {
  type CollectionName,
  type DocumentOf,
  type Key,
  keyOf,
  type Ref,
  ref,
} from '@amtsstube/shared/domain/documents';
import type { OpId } from '@amtsstube/shared/domain/ids';
import type { Instant } from '@amtsstube/shared/domain/time';
import { eraseAppointments } from '@amtsstube/shared/operations/appointment/erase-appointments';
import { eraseCase } from '@amtsstube/shared/operations/case/erase-case';
import { prepare } from '@amtsstube/shared/operations/decide';
import type { Load } from '@amtsstube/shared/operations/define-operation';
import { type Change, hasClaims } from '@amtsstube/shared/operations/outcome';
import type { PayloadOf } from '@amtsstube/shared/operations/registry';
import { canonicalJson } from '@amtsstube/shared/replication/canonical-json';
import { chainHash, firstHash, payloadHash } from '../execute/hash.ts';
import type { LogRow, StoredClaim, StoredDocument } from '../store/store.ts';

/** What the log's erasures say; they come later in it than what they are about. */
export interface Erasures {
  readonly operations: ReadonlySet<OpId>;
  readonly kept: ReadonlyMap<number, readonly Change[]>;
}

/** What replaying a log from nothing has come to so far. */
export interface Replay {
  readonly last: Pick<LogRow, 'seq' | 'hash'>;
  readonly documents: Map<Key, StoredDocument>;
  /** Documents whose content can't be known any more, since an erased payload went into it; their seq still can. */
  readonly unknowable: Map<Key, number>;
  /** Who owns which unit, as far as that is known. */
  readonly claims: Map<ClaimKey, StoredClaim>;
  /** Decisions that may have claimed or given up something, nobody knows any more what. */
  readonly claimedUnknown: Set<number>;
  /** Removed by an erasure at this seq: known to be absent, though nobody knows any more in which scope they were. */
  readonly removed: Map<Key, number>;
  /** What erased payloads wrote that holds numbers only, by seq: known although they are gone (S11). */
  readonly kept: Erasures['kept'];
  /** Whose payloads may be gone; any other that is missing is lost. */
  readonly mayBeGone: Erasures['operations'];
  readonly erased: number;
  /** Decisions that read a document whose content can't be known. */
  readonly notReplayable: number;
}

export type Replayed =
  | { readonly ok: true; readonly replay: Replay }
  | { readonly ok: false; readonly difference: string };

export function emptyReplay({ operations, kept }: Erasures): Replay {
  const last = { seq: 0, hash: firstHash };
  return {
    last,
    documents: new Map(),
    unknowable: new Map(),
    claims: new Map(),
    claimedUnknown: new Set(),
    removed: new Map(),
    kept,
    mayBeGone: operations,
    erased: 0,
    notReplayable: 0,
  };
}

/**
 * Checks one row against the one before it, then decides its operation again with the same rules (L9). Adds to
 * the maps of `replay`, so that one holds one state; go on with what is returned.
 * @param payload undefined: erased
 */
export function replayRow(replay: Replay, row: LogRow, payload: unknown): Replayed {
  const { hash, ...unhashed } = row;
  const { last } = replay;
  if (row.seq !== last.seq + 1) return different(`decision ${last.seq + 1} is missing (next is ${row.seq})`);
  if (row.previousHash !== last.hash) return different(`decision ${row.seq}: chain broken`);
  if (chainHash(unhashed) !== hash) return different(`decision ${row.seq}: changed after it was logged`);

  const next = { ...replay, last: { seq: row.seq, hash } };
  if (payload === undefined) {
    if (!replay.mayBeGone.has(row.opId))
      return different(`decision ${row.seq}: its payload is gone, and no erasure took it`);
    return { ok: true, replay: { ...skip(next, row), erased: replay.erased + 1 } };
  }
  if (payloadHash({ kind: row.kind, v: row.v, payload, at: row.at }) !== row.payloadHash) {
    return different(`decision ${row.seq}: payload changed after it was logged`);
  }
  // a rule's bug at that time: it wrote nothing, and may be mended by now (S3)
  if (row.result.decided === 'refused' && row.result.reason.code === 'internal')
    return { ok: true, replay: next };

  const prepared = prepare({ kind: row.kind, v: row.v, payload });
  if (!prepared.ready) return different(`decision ${row.seq}: ${prepared.because} ${row.kind} ${row.v}`);
  if (row.result.decided === 'accepted' && row.kind === eraseCase.kind) {
    if (hasClaims(row.touched)) next.claimedUnknown.add(row.seq);
    return { ok: true, replay: removeErased(next, row, payload as PayloadOf<'eraseCase'>) };
  }
  if (row.result.decided === 'accepted' && row.kind === eraseAppointments.kind) {
    next.claimedUnknown.add(row.seq);
    return { ok: true, replay: removeErased(next, row, {}) };
  }
  const load = loadFrom(replay.documents);
  const isUnknowable = (key: Key) => prepared.scans.some((name) => key.startsWith(`${name}/`));
  const first = [...prepared.reads, ...prepared.readsScanned(load.all)];
  if (
    namedBy(prepared, first, load, row.decidedAt).some((key) => replay.unknowable.has(key)) ||
    [...replay.unknowable.keys()].some(isUnknowable)
  ) {
    return { ok: true, replay: { ...skip(next, row), notReplayable: replay.notReplayable + 1 } };
  }
  const { opId, actor, deviceId, at, decidedAt } = row;
  // whom it found there may have been erased since: then what it came to can't be told
  const asked = attempt(() => ({ ranges: prepared.claims(load, decidedAt) }));
  const mayDiffer = replay.claimedUnknown.size > 0 && 'ranges' in asked && asked.ranges.length > 0;
  const notTold = (): Replayed => ({
    ok: true,
    replay: { ...skip(next, row), notReplayable: replay.notReplayable + 1 },
  });
  if (mayDiffer && prepared.writesByClaims) return notTold();
  const outcome = attempt(() => {
    const within = (found?: readonly Claim[]) =>
      prepared.claims(load, decidedAt, found).flatMap((range) => claimsIn(replay, range));
    const near = within();
    const claims = [...near, ...within(near)];
    return prepared.decide({ ...load, claims: () => claims }, { opId, actor, deviceId, at, decidedAt });
  });
  if (outcome.outcome === 'threw') return different(`decision ${row.seq}: replay throws ${outcome.message}`);
  const result =
    outcome.outcome === 'refused'
      ? { decided: 'refused', reason: outcome.reason }
      : { decided: outcome.outcome };
  if (canonicalJson(result) !== canonicalJson(row.result)) {
    if (mayDiffer) return notTold();
    return different(`decision ${row.seq}: logged ${describe(row.result)}, replay gives ${describe(result)}`);
  }
  const changes = outcome.outcome === 'accepted' ? outcome.changes : [];
  if (changes.map(keyOf).join(' ') !== row.touched.map(keyOf).join(' ')) {
    return different(`decision ${row.seq}: replay touches other documents`);
  }
  const { claims } = next;
  const written =
    outcome.outcome === 'accepted'
      ? claimsAfter((counter, unit) => claims.get(claimKey(counter, unit)), outcome.claims ?? [], decidedAt)
      : [];
  if (!written)
    return mayDiffer ? notTold() : different(`decision ${row.seq}: replay claims what is somebody else's`);
  for (const change of changes) write(next, change, row.seq);
  for (const claim of written) claims.set(claimKey(claim.counterId, claim.unit), { ...claim, seq: row.seq });
  return { ok: true, replay: next };
}

/** Whether a stored document is what the replay came to. Takes it out of the replay: what stays over is missing. */
export function compareDocument(replay: Replay, stored: StoredDocument): string | undefined {
  const key = keyOf(stored);
  const erasedAt = replay.unknowable.get(key);
  const replayed = replay.documents.get(key);
  const removedAt = replay.removed.get(key);
  replay.removed.delete(key);
  replay.unknowable.delete(key);
  replay.documents.delete(key);
  if (erasedAt !== undefined)
    return erasedAt === stored.seq ? undefined : `${key}: not of decision ${erasedAt}`;
  if (removedAt !== undefined) {
    if (stored.document !== null) return `${key}: erased by decision ${removedAt}, and still stored`;
    return removedAt === stored.seq ? undefined : `${key}: not of decision ${removedAt}`;
  }
  if (!replayed) return `${key}: stored, but no decision wrote it`;
  if (replayed.seq !== stored.seq)
    return `${key}: stored with seq ${stored.seq}, replay gives ${replayed.seq}`;
  if (replayed.scope !== stored.scope)
    return `${key}: stored in scope ${stored.scope}, replay gives ${replayed.scope}`;
  if (canonicalJson(replayed.document) !== canonicalJson(stored.document))
    return `${key}: content differs from replay`;
  return undefined;
}

/** A document that decisions wrote and the store doesn't have. */
export function missingDocument(replay: Replay): string | undefined {
  const [key] = [...replay.documents.keys(), ...replay.unknowable.keys(), ...replay.removed.keys()];
  return key === undefined ? undefined : `${key}: written by a decision, but not stored`;
}

/**
 * An erasure needs nothing of what it removes, so it can be replayed when all of that is unknowable. Annexes of other
 * cases stay, without this one: nobody can tell any more how they came about.
 */
function removeErased(
  replay: Replay,
  row: LogRow,
  { related = [] }: Pick<PayloadOf<'eraseCase'>, 'related'>,
): Replay {
  const stay = new Set(related.map((id) => keyOf(ref('annexes', id))));
  for (const key of row.touched.map(keyOf)) {
    replay.documents.delete(key);
    replay.unknowable.delete(key);
    (stay.has(key) ? replay.unknowable : replay.removed).set(key, row.seq);
  }
  return replay;
}

function skip(known: Replay, row: LogRow): Replay {
  const replay = known;
  if (hasClaims(row.touched)) replay.claimedUnknown.add(row.seq);
  const kept = replay.kept.get(row.seq) ?? [];
  for (const touched of row.touched) {
    replay.documents.delete(keyOf(touched));
    replay.removed.delete(keyOf(touched));
    const known = kept.find((change) => keyOf(change) === keyOf(touched));
    if (known) write(replay, known, row.seq);
    else replay.unknowable.set(keyOf(touched), row.seq);
  }
  return replay;
}

function write(replay: Replay, change: Change, seq: number): void {
  const key = keyOf(change);
  const { collection, id, document } = change;
  const scope = document?.scope ?? replay.documents.get(key)?.scope ?? 'all';
  replay.removed.delete(key);
  replay.documents.set(key, { collection, id, scope, seq, document });
}

function claimsIn({ claims }: Replay, { counterId, from, to }: ClaimRange): readonly Claim[] {
  const found: Claim[] = [];
  for (let unit = from; unit < to; unit += 1) {
    const claim = claims.get(claimKey(counterId, unit));
    if (claim) found.push(claim);
  }
  return found;
}

/** All that a decision reads, also what it learned of from what it read first. */
function namedBy(
  prepared: Extract<ReturnType<typeof prepare>, { ready: true }>,
  first: readonly Ref[],
  load: Pick<Load, 'get'>,
  decidedAt: Instant,
): readonly Key[] {
  const named = new Set(first.map(keyOf));
  for (let more = prepared.readsThen(named, load.get, decidedAt); more.length > 0; ) {
    for (const read of more) named.add(keyOf(read));
    more = prepared.readsThen(named, load.get, decidedAt);
  }
  return [...named];
}

function loadFrom(documents: ReadonlyMap<Key, StoredDocument>): Omit<Load, 'claims'> {
  return {
    get: <C extends CollectionName>(collection: C, id: string) => {
      const read: Ref = { collection, id };
      return (documents.get(keyOf(read))?.document ?? undefined) as DocumentOf<C> | undefined;
    },
    // by id, as the store gives them
    all: <C extends CollectionName>(collection: C) =>
      [...documents.values()]
        .filter((stored) => stored.collection === collection && stored.document !== null)
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
        .map(({ document }) => document as DocumentOf<C>),
  };
}

function attempt<T extends object>(
  rule: () => T,
): T | { readonly outcome: 'threw'; readonly message: string } {
  try {
    return rule();
  } catch (error) {
    return { outcome: 'threw', message: error instanceof Error ? error.message : String(error) };
  }
}

/** Codes only: a report may go to somebody who must not read what the refusal is about. */
function describe(result: { readonly decided: string; readonly reason?: { readonly code: string } }): string {
  return result.reason ? `${result.decided} (${result.reason.code})` : result.decided;
}

function different(difference: string): Replayed {
  return { ok: false, difference };
}
