import type { Actor } from '../domain/actor.ts';
import {
  type AnyDocument,
  type CollectionName,
  type DocumentOf,
  type Key,
  keyOf,
  type Ref,
} from '../domain/documents.ts';
import type { OpId } from '../domain/ids.ts';
import { prepare } from './decide.ts';
import type { Load } from './define-operation.ts';
import type { Operation } from './operation.ts';
import type { Refusal } from './refusal.ts';

export interface Rebased {
  /** Documents as they will be once the server accepts what is open; null = removed. */
  readonly overlay: ReadonlyMap<Key, AnyDocument | null>;
  /** Which open operations stand in a document: what is marked as not handed over yet. */
  readonly waiting: ReadonlyMap<Key, readonly OpId[]>;
  /** Open operations this desk expects to be refused (L5): a forecast, never final. */
  readonly forecast: ReadonlyMap<OpId, Refusal>;
  /** Open operations whose effect can't be shown here, because a document is not on this desk (L10). */
  readonly notShown: ReadonlySet<OpId>;
}

/**
 * Applies the open operations, in order, to what is known of the server's state (L1). Only operations without
 * a receipt may be passed (L2).
 * @param known the newer of base and receipt layer; `undefined` where the desk has neither
 */
export function rebase(
  open: readonly Operation[],
  actor: Actor,
  known: (ref: Ref) => AnyDocument | null | undefined,
): Rebased {
  const overlay = new Map<Key, AnyDocument | null>();
  const waiting = new Map<Key, OpId[]>();
  const forecast = new Map<OpId, Refusal>();
  const notShown = new Set<OpId>();
  const load: Load = {
    get: <C extends CollectionName>(collection: C, id: string) => {
      const key = keyOf({ collection, id });
      const shown = overlay.has(key) ? overlay.get(key) : known({ collection, id });
      // a desk can't tell "does not exist" from "has not come yet"
      if (shown === undefined) return 'unknown';
      return (shown ?? undefined) as DocumentOf<C> | undefined;
    },
    // a desk sees its scopes only, so the server alone can look through everything
    all: () => 'unknown',
  };
  for (const operation of open) {
    const prepared = prepare(operation);
    if (!prepared.ready) {
      notShown.add(operation.opId);
      continue;
    }
    const outcome = prepared.decide(load, {
      opId: operation.opId,
      actor,
      at: operation.at,
      decidedAt: operation.at,
    });
    if (outcome.outcome === 'refused') forecast.set(operation.opId, outcome.reason);
    else if (outcome.outcome === 'forecastOnly') notShown.add(operation.opId);
    else {
      for (const change of outcome.changes) {
        const key = keyOf(change);
        overlay.set(key, change.document);
        waiting.set(key, [...(waiting.get(key) ?? []), operation.opId]);
      }
    }
  }
  return { overlay, waiting, forecast, notShown };
}

/** What an open operation reads, so that the desk can fetch it before it rebases. */
export function readsOf(operation: Operation): readonly Ref[] {
  const prepared = prepare(operation);
  return prepared.ready ? prepared.reads : [];
}
