import type { CollectionName, Ref } from '../domain/documents.ts';
import type { ApplyContext, Load } from './define-operation.ts';
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
      decide(docs: Load, context: ApplyContext): Outcome;
    }
  | { readonly ready: false; readonly because: 'unknownKind' | 'unknownVersion' };

export function prepare(operation: Pick<Operation, 'kind' | 'v' | 'payload'>): Prepared {
  const spec = findKind(operation.kind);
  if (spec === undefined) return { ready: false, because: 'unknownKind' };
  if (operation.v !== spec.v) return { ready: false, because: 'unknownVersion' };
  const parsed = spec.payload.safeParse(operation.payload);
  // a good envelope with a bad payload is decided like any other, so that no journal sticks (S3)
  if (!parsed.success)
    return { ready: true, reads: [], scans: [], readsScanned: () => [], decide: () => refused('malformed') };
  return {
    ready: true,
    reads: spec.reads(parsed.data),
    scans: spec.scans?.(parsed.data) ?? [],
    readsScanned: (all) => spec.readsScanned?.(parsed.data, all) ?? [],
    decide: (docs, context) => spec.apply(parsed.data, docs, context),
  };
}
