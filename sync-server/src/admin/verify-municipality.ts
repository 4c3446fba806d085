import { claimKey } from '@amtsstube/shared/domain/appointments/claim';
import { type CollectionName, documentSchemas } from '@amtsstube/shared/domain/documents';
import type { OpId } from '@amtsstube/shared/domain/ids';
import { eraseAppointments } from '@amtsstube/shared/operations/appointment/erase-appointments';
import { eraseCase } from '@amtsstube/shared/operations/case/erase-case';
import { type Change, put } from '@amtsstube/shared/operations/outcome';
import { canonicalJson } from '@amtsstube/shared/replication/canonical-json';
import { addDigest, documentDigest, emptyDigest } from '@amtsstube/shared/replication/digest';
import type { Read, StoredClaim, StoredDocument } from '../store/store.ts';
import {
  compareDocument,
  type Erasures,
  emptyReplay,
  missingDocument,
  type Replay,
  replayRow,
} from './verify-log.ts';

export type Verification =
  | {
      readonly ok: true;
      readonly decisions: number;
      readonly documents: number;
      readonly erased: number;
      readonly notReplayable: number;
    }
  | { readonly ok: false; readonly difference: string };

export const pageSize = 500;

/** Replays the whole log of one snapshot and compares it with what is stored; ends at the first difference. */
export async function verifyMunicipality(read: Read): Promise<Verification> {
  let replay = emptyReplay(await erasuresIn(read));
  for await (const row of pages((last: { seq: number } | undefined) => read.log(last?.seq ?? 0, pageSize))) {
    const replayed = replayRow(replay, row, await read.payload(row.opId));
    if (!replayed.ok) return replayed;
    replay = replayed.replay;
  }
  const head = await read.head();
  if (head.seq !== replay.last.seq) {
    return { ok: false, difference: `head says ${head.seq} decisions, the log ends at ${replay.last.seq}` };
  }
  if (head.hash !== replay.last.hash)
    return { ok: false, difference: 'head has another hash than the last decision' };

  let documents = 0;
  for (const collection of Object.keys(documentSchemas) as CollectionName[]) {
    const compared = await compareCollection(read, collection, replay);
    if (typeof compared === 'string') return { ok: false, difference: compared };
    documents += compared;
  }
  const claims = await compareClaims(read, replay);
  if (claims !== undefined) return { ok: false, difference: claims };
  const missing = missingDocument(replay);
  if (missing !== undefined) return { ok: false, difference: missing };
  return {
    ok: true,
    decisions: head.seq,
    documents,
    erased: replay.erased,
    notReplayable: replay.notReplayable,
  };
}

/** What was erased by order, and what was kept of it. */
export async function erasuresIn(read: Read): Promise<Erasures> {
  const operations = new Set<OpId>();
  const kept = new Map<number, readonly Change[]>();
  for await (const row of pages((last: { seq: number } | undefined) => read.log(last?.seq ?? 0, pageSize))) {
    if (row.result.decided !== 'accepted') continue;
    if (row.kind === eraseAppointments.kind) {
      const payload = eraseAppointments.payload.safeParse(await read.payload(row.opId));
      for (const opId of payload.data?.erased ?? []) operations.add(opId);
    }
    if (row.kind !== eraseCase.kind) continue;
    const payload = eraseCase.payload.safeParse(await read.payload(row.opId));
    for (const opId of payload.data?.erased ?? []) operations.add(opId);
    for (const { seq, sequences, leases = [] } of payload.data?.kept ?? [])
      kept.set(seq, [
        ...sequences.map((each) => put('sequences', each)),
        ...leases.map((each) => put('leases', each)),
      ]);
  }
  return { operations, kept };
}

/** The first claim that isn't what the replay came to; of those whose decision can't be replayed nobody knows. */
async function compareClaims(read: Read, { claims, claimedUnknown }: Replay): Promise<string | undefined> {
  const left = new Map(claims);
  for await (const stored of pages((last: StoredClaim | undefined) => read.allClaims(last, pageSize))) {
    const key = claimKey(stored.counterId, stored.unit);
    const replayed = left.get(key);
    if (claimedUnknown.has(stored.seq)) {
      left.delete(key);
      continue;
    }
    if (!left.delete(key) || !replayed) return `claim ${key}: stored, but no decision wrote it`;
    if (canonicalJson(replayed) !== canonicalJson(stored)) return `claim ${key}: differs from replay`;
  }
  const [missing] = left.keys();
  return missing === undefined ? undefined : `claim ${missing}: written by a decision, but not stored`;
}

/** How many documents there are, or the first difference. */
async function compareCollection(
  read: Read,
  collection: CollectionName,
  replay: Replay,
): Promise<number | string> {
  const digests = new Map<string, typeof emptyDigest>();
  let count = 0;
  const next = (last: StoredDocument | undefined) => read.allDocuments(collection, last?.id ?? '', pageSize);
  for await (const stored of pages(next)) {
    const difference = compareDocument(replay, stored);
    if (difference !== undefined) return difference;
    const digest = documentDigest(stored as Parameters<typeof documentDigest>[0]);
    digests.set(stored.scope, addDigest(digests.get(stored.scope) ?? emptyDigest, digest));
    count += 1;
  }
  for (const [scope, digest] of digests) {
    const kept = await read.digest(collection, [scope]);
    if (kept.count !== digest.count || kept.high !== digest.high || kept.low !== digest.low) {
      return `${collection} in ${scope}: the digest kept up is not that of the documents`;
    }
  }
  return count;
}

export async function* pages<T>(next: (last: T | undefined) => Promise<readonly T[]>): AsyncGenerator<T> {
  for (let last: T | undefined; ; ) {
    const page = await next(last);
    yield* page;
    last = page.at(-1);
    if (page.length < pageSize) return;
  }
}
