import type { Actor } from '../domain/actor.ts';
import type { CollectionName, DocumentOf, Ref } from '../domain/documents.ts';
import type { OpId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { z } from '../domain/zod.ts';
import type { Outcome } from './outcome.ts';

/** Reads what `reads` named. `undefined`: there is none. `'unknown'`: not on this desk, which is not the same. */
export interface Load {
  get<C extends CollectionName>(collection: C, id: string): DocumentOf<C> | undefined | 'unknown';
  /** Everything of a collection that `scans` named, by id. `'unknown'`: on a desk, which sees only its scopes. */
  all<C extends CollectionName>(collection: C): readonly DocumentOf<C>[] | 'unknown';
}

export interface ApplyContext {
  readonly opId: OpId;
  readonly actor: Actor;
  /** When the person did it, by the desk's clock: shown as "erfasst am", orders nothing. */
  readonly at: Instant;
  /** When the server decides; on a desk, in a forecast, the same as `at`. */
  readonly decidedAt: Instant;
}

/** One kind of operation: a pure function of payload, documents and context (L9). */
export interface KindSpec<K extends string = string, P = never> {
  readonly kind: K;
  readonly v: number;
  readonly payload: z.ZodType<P>;
  reads(payload: P): readonly Ref[];
  /** Collections it has to look through as a whole: rare acts only, since the server reads all of it in the transaction. */
  scans?(payload: P): readonly CollectionName[];
  /** What it reads besides, known only after the scan. */
  readsScanned?(payload: P, all: Load['all']): readonly Ref[];
  apply(payload: P, docs: Load, context: ApplyContext): Outcome;
}

export function defineOperation<K extends string, P>(spec: KindSpec<K, P>): KindSpec<K, P> {
  return spec;
}
