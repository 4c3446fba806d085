import type { Actor } from '../domain/actor.ts';
import type { Claim, ClaimRange } from '../domain/appointments/claim.ts';
import type { CollectionName, DocumentOf, Ref } from '../domain/documents.ts';
import type { DeviceId, OpId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { z } from '../domain/zod.ts';
import type { Outcome } from './outcome.ts';

/** Reads what `reads` named. `undefined`: there is none. `'unknown'`: not on this desk, which is not the same. */
export interface Load {
  get<C extends CollectionName>(collection: C, id: string): DocumentOf<C> | undefined | 'unknown';
  /** Everything of a collection that `scans` named, by id. `'unknown'`: on a desk, which sees only its scopes. */
  all<C extends CollectionName>(collection: C): readonly DocumentOf<C>[] | 'unknown';
  /** The rows of the ranges that `claims` named, by counter and unit. `'unknown'`: on a desk, which has none. */
  claims(): readonly Claim[] | 'unknown';
}

export interface ApplyContext {
  readonly opId: OpId;
  readonly actor: Actor;
  /** The journal it comes from; null: no desk's. */
  readonly deviceId: DeviceId | null;
  /** When the person did it, by the desk's clock: shown as "erfasst am", orders nothing. */
  readonly at: Instant;
  /** When the server decides; on a desk, in a forecast, the same as `at`. */
  readonly decidedAt: Instant;
}

/** A payload as an older program wrote it, brought to the present shape; the same text gives the same payload (L9). */
export interface FormerVersion<P> {
  readonly v: number;
  /** undefined: not a payload of that version. */
  upgrade(payload: unknown): P | undefined;
}

/** What `upgrade` does once the older payload's shape is known. */
export function formerVersion<Former, P>(
  v: number,
  payload: z.ZodType<Former>,
  upgrade: (former: Former) => P,
): FormerVersion<P> {
  return {
    v,
    upgrade: (given) => {
      const parsed = payload.safeParse(given);
      return parsed.success ? upgrade(parsed.data) : undefined;
    },
  };
}

/** One kind of operation: a pure function of payload, documents and context (L9). */
export interface KindSpec<K extends string = string, P = never> {
  readonly kind: K;
  readonly v: number;
  readonly payload: z.ZodType<P>;
  /**
   * Versions of released programs, newest first. A desk one version behind goes on working, and the log can be
   * replayed for ever (S3): so none is ever taken out.
   */
  readonly former?: readonly FormerVersion<P>[];
  reads(payload: P): readonly Ref[];
  /** Collections it has to look through as a whole: rare acts only, since the server reads all of it in the transaction. */
  scans?(payload: P): readonly CollectionName[];
  /** What it reads besides, known only after the scan. */
  readsScanned?(payload: P, all: Load['all']): readonly Ref[];
  /**
   * Of which counters and times it has to know who owns them (K2), from documents that are there. Asked once more with
   * what was `found`: further ranges, where that isn't enough to say what a person needs.
   */
  claims?(
    payload: P,
    docs: Pick<Load, 'get'>,
    decidedAt: Instant,
    found?: readonly Claim[],
  ): readonly ClaimRange[];
  /**
   * What it reads besides, known only from documents named before: asked again until nothing new is named. What isn't named
   * yet is undefined then. A desk's forecast has of those documents what it knows.
   */
  readsThen?(payload: P, get: Load['get'], decidedAt: Instant): readonly Ref[];
  apply(payload: P, docs: Load, context: ApplyContext): Outcome;
  /** What it writes depends on who owns which time, and not only whether it is accepted. */
  readonly writesByClaims?: true | ((payload: P) => boolean);
  /** Nobody but the server can tell whether it can be done: without a line a desk doesn't take it. */
  readonly needsServer?: true | ((payload: P) => boolean);
  /** Operations whose payloads the server forgets when this one is accepted (S11). */
  erases?(payload: P): readonly OpId[];
}

export function defineOperation<K extends string, P>(spec: KindSpec<K, P>): KindSpec<K, P> {
  return spec;
}
