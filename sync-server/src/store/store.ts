import type { Actor } from '@amtsstube/shared/domain/actor';
import type { Claim, ClaimRange, ClaimWrite } from '@amtsstube/shared/domain/appointments/claim';
import type { Unit } from '@amtsstube/shared/domain/appointments/unit';
import type { AnyDocument, CollectionName, Ref } from '@amtsstube/shared/domain/documents';
import type { ClerkId, DeviceId, Epoch, MunicipalityId, OpId } from '@amtsstube/shared/domain/ids';
import type { Instant } from '@amtsstube/shared/domain/time';
import type { Effect } from '@amtsstube/shared/operations/outcome';
import type { Refusal } from '@amtsstube/shared/operations/refusal';
import type { Digest } from '@amtsstube/shared/replication/digest';

/** Where the municipality stands: the counter row that every transaction takes first (S1). */
export interface Head {
  readonly epoch: Epoch;
  /** The last seq given; 0 at the start. Gapless (S4). */
  readonly seq: number;
  /** Hash of the log row at `seq`; 64 zeros at the start. */
  readonly hash: string;
}

/** One decision. The log is the audit trail; the payload lies apart, so that it can be erased later (S11). */
export interface LogRow {
  readonly seq: number;
  readonly opId: OpId;
  readonly deviceId: DeviceId | null;
  readonly n: number | null;
  readonly kind: string;
  readonly v: number;
  readonly actor: Actor;
  readonly at: Instant;
  readonly decidedAt: Instant;
  readonly payloadHash: string;
  readonly result:
    | { readonly decided: 'accepted' }
    | { readonly decided: 'refused'; readonly reason: Refusal };
  /** Replicated and server-only documents this decision wrote. */
  readonly touched: readonly Ref[];
  readonly previousHash: string;
  readonly hash: string;
}

/** A journal known to the server. It belongs to one clerk for ever (J7). */
export interface DeviceRow {
  readonly deviceId: DeviceId;
  readonly clerkId: ClerkId;
  readonly lastN: number;
}

export interface StoredDocument {
  readonly collection: CollectionName;
  readonly id: string;
  readonly scope: string;
  readonly seq: number;
  readonly document: AnyDocument | null;
}

/** A claim with the decision that wrote it last. A row once there stays: it runs out, and is taken over (K1). */
export interface StoredClaim extends Claim {
  readonly seq: number;
}

/** An effect to be performed after the commit: at least once, with a fixed Message-ID (S10). */
export interface OutboxRow {
  /** `${seq}.${index}`: the same on every replay. */
  readonly id: string;
  readonly effect: Effect;
  readonly attempts: number;
  /** Not before this time. */
  readonly dueAt: Instant;
}

/** What can be read, in one snapshot: never half of a transaction. */
export interface Read {
  head(): Promise<Head>;
  document(ref: Ref): Promise<StoredDocument | undefined>;
  documents(refs: readonly Ref[]): Promise<readonly StoredDocument[]>;
  /**
   * Documents of a collection in these scopes with seq > after, by seq, at most `limit` (removed ones included). One
   * that has left all of these scopes comes as a tombstone: without content, at the seq of its latest departure (S9).
   */
  changes(
    collection: CollectionName,
    scopes: readonly string[],
    after: number,
    limit: number,
  ): Promise<readonly StoredDocument[]>;
  /** The seq of its latest departure from one of these scopes, whatever scope it is in now; undefined: it was in none. */
  departure(ref: Ref, scopes: readonly string[]): Promise<number | undefined>;
  digest(
    collection: CollectionName,
    scopes: readonly string[],
  ): Promise<Digest & { readonly newest: number }>;
  logByOpId(opId: OpId): Promise<LogRow | undefined>;
  logBySeq(seq: number): Promise<LogRow | undefined>;
  /** Decisions of one device with n ≥ firstOpen, by n. */
  logOfDevice(deviceId: DeviceId, firstOpen: number): Promise<readonly LogRow[]>;
  /** The log in order, for replay and proof; `after` exclusive. */
  log(after: number, limit: number): Promise<readonly LogRow[]>;
  /** Of one kind only, in order; `after` exclusive. */
  logOfKind(kind: string, after: number, limit: number): Promise<readonly LogRow[]>;
  /** undefined: erased. */
  payload(opId: OpId): Promise<unknown>;
  device(deviceId: DeviceId): Promise<DeviceRow | undefined>;
  /** Effects due at `now`, oldest first. */
  dueEffects(now: Instant, limit: number): Promise<readonly OutboxRow[]>;
  /** Effects of one decision that are not performed yet. */
  effectsOf(seq: number): Promise<readonly OutboxRow[]>;
  /** Everything of all collections by collection and id, for proof of the log. */
  allDocuments(
    collection: CollectionName,
    afterId: string,
    limit: number,
  ): Promise<readonly StoredDocument[]>;
  /** The rows of a stretch of a counter's time, by unit. */
  claims(range: ClaimRange): Promise<readonly StoredClaim[]>;
  /** The rows that this decision wrote and no later one has written again. */
  claimsOf(seq: number): Promise<readonly StoredClaim[]>;
  /** The rows from a unit on that decisions after `seq` wrote, in no order: for whoever keeps a picture up to date. */
  claimsSince(seq: number, from: Unit): Promise<readonly StoredClaim[]>;
  /** Everything by counter and unit, for proof of the log. */
  allClaims(
    after: Pick<Claim, 'counterId' | 'unit'> | undefined,
    limit: number,
  ): Promise<readonly StoredClaim[]>;
}

export interface Tx extends Read {
  setHead(head: Head): Promise<void>;
  /** Inserts or replaces, keeps the collection's digest up (S8), and notes which scope the document has left (S9). */
  putDocument(document: StoredDocument): Promise<void>;
  /**
   * As `claimsAfter`: all of it, or nothing and false, where somebody else has what is to be taken. The unique key is
   * what keeps two from owning one unit, whatever each had read before (K2).
   */
  writeClaims(writes: readonly ClaimWrite[], seq: number, decidedAt: Instant): Promise<boolean>;
  /** Written by other rows already, as a mirror has them; a row of a later decision stays. */
  putClaims(claims: readonly StoredClaim[]): Promise<void>;
  appendLog(row: LogRow, payload: unknown): Promise<void>;
  /** For ever, and gone from the file too (S11); the log row stays. */
  erasePayload(opId: OpId): Promise<void>;
  putDevice(row: DeviceRow): Promise<void>;
  addEffect(row: OutboxRow): Promise<void>;
  /** Performed: gone. */
  removeEffect(id: string): Promise<void>;
  postponeEffect(id: string, attempts: number, dueAt: Instant): Promise<void>;
}

/**
 * One authority of order per municipality. `transact` runs one after another; what `f` throws rolls back that
 * transaction alone. `f` awaits nothing but the Tx, so that a group of transactions shares one commit.
 */
export interface Store {
  municipalities(): Promise<readonly MunicipalityId[]>;
  /** Creates an empty municipality with a first epoch; refuses (throws) when it exists. */
  createMunicipality(municipality: MunicipalityId, epoch: Epoch): Promise<void>;
  has(municipality: MunicipalityId): Promise<boolean>;
  /** Resolves after the commit is durable. Rejects with StoreUnavailable where the disk fails. */
  transact<T>(municipality: MunicipalityId, f: (tx: Tx) => Promise<T>): Promise<T>;
  /** A repeatable read on a connection of its own: never sees an open transaction. */
  snapshot<T>(municipality: MunicipalityId, f: (read: Read) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** The disk is full, gone or unwritable: nothing was decided (S3). */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}
