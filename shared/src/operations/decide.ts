import { actorOn, standInCountsForDays } from '../domain/absence.ts';
import type { Claim, ClaimRange } from '../domain/appointments/claim.ts';
import { type CollectionName, type Key, keyOf, type Ref, ref } from '../domain/documents.ts';
import type { OpId } from '../domain/ids.ts';
import { addDays, type Instant, localDateOf } from '../domain/time.ts';
import type { ApplyContext, KindSpec, Load } from './define-operation.ts';
import type { Operation } from './operation.ts';
import { type Outcome, refused } from './outcome.ts';
import { findKind } from './registry.ts';

/**
 * Prepared once, so that the payload is parsed once: what it reads, and what it does.
 * `notNow`: a kind or version this program doesn't know; the server keeps nothing then (S3).
 */
export type Prepared =
  | {
      readonly ready: true;
      readonly reads: readonly Ref[];
      readonly scans: readonly CollectionName[];
      /** Further reads, once what `scans` names is there. */
      readsScanned(all: Load['all']): readonly Ref[];
      /** Which claims it has to know, once its documents are there. */
      claims(docs: Pick<Load, 'get'>, decidedAt: Instant, found?: readonly Claim[]): readonly ClaimRange[];
      /** Further reads, from those `named` before and not among them; again until there are none. */
      readsThen(named: ReadonlySet<Key>, get: Load['get'], decidedAt: Instant): readonly Ref[];
      /** What it writes depends on who owns which time. */
      readonly writesByClaims: boolean;
      /** Nobody but the server can tell whether it can be done. */
      readonly needsServer: boolean;
      /** Whose payloads go once it is accepted (S11). */
      readonly erases: readonly OpId[];
      decide(docs: Load, context: ApplyContext): Outcome;
    }
  | { readonly ready: false; readonly because: 'unknownKind' | 'unknownVersion' };

export function prepare(operation: Given): Prepared {
  const spec = findKind(operation.kind);
  return spec === undefined ? { ready: false, because: 'unknownKind' } : prepareAs(spec, operation);
}

/** As `prepare`, with the kind found already. */
export function prepareAs<P>(spec: KindSpec<string, P>, operation: Given): Prepared {
  const former = spec.former?.find(({ v }) => v === operation.v);
  if (operation.v !== spec.v && former === undefined) return { ready: false, because: 'unknownVersion' };
  const parsed = spec.payload.safeParse(former ? former.upgrade(operation.payload) : operation.payload);
  // a good envelope with a bad payload is decided like any other, so that no journal sticks (S3)
  if (!parsed.success)
    return {
      ready: true,
      reads: [],
      scans: [],
      readsScanned: () => [],
      claims: () => [],
      readsThen: () => [],
      writesByClaims: false,
      needsServer: false,
      erases: [],
      decide: () => refused('malformed'),
    };
  return {
    ready: true,
    reads: spec.reads(parsed.data),
    scans: spec.scans?.(parsed.data) ?? [],
    readsScanned: (all) => spec.readsScanned?.(parsed.data, all) ?? [],
    claims: (docs, decidedAt, found) => spec.claims?.(parsed.data, docs, decidedAt, found) ?? [],
    readsThen: (named, get, decidedAt) => {
      const known: Load['get'] = (collection, id) =>
        named.has(keyOf(ref(collection, id))) ? get(collection, id) : undefined;
      const refs = spec.readsThen?.(parsed.data, known, decidedAt) ?? [];
      return refs.filter((each) => !named.has(keyOf(each)));
    },
    writesByClaims: isSo(spec.writesByClaims, parsed.data),
    needsServer: isSo(spec.needsServer, parsed.data),
    erases: spec.erases?.(parsed.data) ?? [],
    decide: (docs, context) => spec.apply(parsed.data, docs, asOfTheDay(context)),
  };
}

function isSo<P>(said: true | ((payload: P) => boolean) | undefined, payload: P): boolean {
  return typeof said === 'function' ? said(payload) : said === true;
}

/**
 * Whom she stands in for is judged by the day of the decision, in Saxony-Anhalt: by the server's clock, in a forecast by
 * the desk's. What waited at a desk without a line counts by the day it was done, too; not without end, since that day is
 * what the desk says.
 */
function asOfTheDay(context: ApplyContext): ApplyContext {
  const { actor, at, decidedAt } = context;
  if (actor.kind !== 'clerk' || actor.deputyFor === undefined) return context;
  const today = localDateOf(decidedAt);
  const doneOn = localDateOf(at);
  const counts = at <= decidedAt && doneOn >= addDays(today, -standInCountsForDays);
  return { ...context, actor: actorOn(actor, ...(counts ? [today, doneOn] : [today])) };
}

type Given = Pick<Operation, 'kind' | 'v' | 'payload'>;
