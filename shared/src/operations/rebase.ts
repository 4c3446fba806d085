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
import { unreadIn } from '../domain/newer-document.ts';
import { type Prepared, prepare } from './decide.ts';
import type { Load } from './define-operation.ts';
import { extended } from './layered-map.ts';
import type { Operation } from './operation.ts';
import type { Outcome } from './outcome.ts';
import type { Refusal } from './refusal.ts';

export interface Rebased {
  /** Documents as they will be once the server accepts what is open; null = removed. */
  readonly overlay: ReadonlyMap<Key, AnyDocument | null>;
  /** Of these, what the operations that were added last have done. */
  readonly added: ReadonlyMap<Key, AnyDocument | null>;
  /** Which open operations stand in a document: what is marked as not handed over yet. */
  readonly waiting: ReadonlyMap<Key, readonly OpId[]>;
  /** Open operations this desk expects to be refused (L5): a forecast, never final. */
  readonly forecast: ReadonlyMap<OpId, Refusal>;
  /** Open operations whose effect can't be shown here, because a document is not on this desk (L10). */
  readonly notShown: ReadonlySet<OpId>;
  /** What a rule threw: a bug, for whoever hears of bugs. The server decides such an operation all the same (S3). */
  readonly thrown: ReadonlyMap<OpId, unknown>;
}

const nothingOpen: Rebased = {
  overlay: new Map(),
  added: new Map(),
  waiting: new Map(),
  forecast: new Map(),
  notShown: new Set(),
  thrown: new Map(),
};

/** The newer of base and receipt layer; `undefined` where the desk has neither. */
export type Known = (ref: Ref) => AnyDocument | null | undefined;

type Read = { readonly ref: Ref; readonly found: AnyDocument | null | undefined };

/** An open operation, what it read last time, and what it did to that. */
interface Remembered {
  readonly prepared: Prepared | Thrown;
  applied?: { readonly read: readonly Read[]; readonly outcome: Outcome | Thrown };
}

/** One bad rule must not keep a desk from opening, nor the other operations from being shown and handed over. */
class Thrown {
  readonly ready = false;
  readonly outcome = 'thrown';
  readonly error: unknown;

  constructor(error: unknown) {
    this.error = error;
  }
}

function caught<T>(work: () => T): T | Thrown {
  try {
    return work();
  } catch (error) {
    return new Thrown(error);
  }
}

/**
 * Applies open operations again and again, for one actor. An operation that finds the very same documents as last time
 * does the same to them (L9), so it isn't asked again: the documents it made keep their identity too, and of hundreds
 * of open operations one more costs what it does itself. Operations and documents are never changed in place.
 */
export class Rebaser {
  readonly #actor: Actor;
  /** Of what was open last, so that nothing is kept for what is decided. */
  #remembered = new Map<OpId, Remembered>();

  constructor(actor: Actor) {
    this.#actor = actor;
  }

  /** What an open operation reads, so that the desk can fetch it before it rebases. */
  readsOf(operation: Operation): readonly Ref[] {
    const { prepared } = this.#remember(operation);
    return prepared.ready ? prepared.reads : [];
  }

  /**
   * Applies the open operations, in order, to what is known of the server's state (L1). Only operations without
   * a receipt may be passed (L2).
   */
  rebase(open: readonly Operation[], known: Known): Rebased {
    const rebased = this.rebaseOn(nothingOpen, open, known);
    this.#remembered = new Map(open.map((operation) => [operation.opId, this.#remember(operation)]));
    return rebased;
  }

  /**
   * The same as `rebase` of all that is open, where nothing but some `added` came since that was `before`: behind
   * hundreds that wait, one more is looked at and no other.
   */
  rebaseOn(before: Rebased, added: readonly Operation[], known: Known): Rebased {
    const overlay = new Map<Key, AnyDocument | null>();
    const waiting = new Map<Key, readonly OpId[]>();
    const forecast = new Map<OpId, Refusal>();
    const notShown = new Set<OpId>();
    const thrown = new Map<OpId, unknown>();
    const shown: Known = (ref) => {
      const key = keyOf(ref);
      if (overlay.has(key)) return overlay.get(key);
      return before.overlay.has(key) ? before.overlay.get(key) : known(ref);
    };
    for (const operation of added) {
      const outcome = this.#outcomeOf(operation, shown);
      if (outcome instanceof Thrown) thrown.set(operation.opId, outcome.error);
      if (outcome === undefined || outcome.outcome === 'forecastOnly' || outcome.outcome === 'thrown')
        notShown.add(operation.opId);
      else if (outcome.outcome === 'refused') forecast.set(operation.opId, outcome.reason);
      else {
        for (const change of outcome.changes) {
          const key = keyOf(change);
          overlay.set(key, change.document);
          const others = waiting.get(key) ?? before.waiting.get(key) ?? [];
          waiting.set(key, [...others, operation.opId]);
        }
      }
    }
    return {
      overlay: extended(before.overlay, overlay),
      added: overlay,
      waiting: extended(before.waiting, waiting),
      forecast: extended(before.forecast, forecast),
      notShown: notShown.size === 0 ? before.notShown : new Set([...before.notShown, ...notShown]),
      thrown: extended(before.thrown, thrown),
    };
  }

  /**
   * What an operation would do that is not open yet. Once it is, `rebase` finds it done already, where it meets the same
   * documents: only the id counts, which belongs to one operation for ever.
   */
  foresee(operation: Operation, shown: Known): Outcome | undefined {
    const outcome = this.#outcomeOf(operation, shown);
    // told once it is open, by who shows it
    return outcome instanceof Thrown ? undefined : outcome;
  }

  /** undefined: of a kind or version this program doesn't know. */
  #outcomeOf(operation: Operation, shown: Known): Outcome | Thrown | undefined {
    const remembered = this.#remember(operation);
    const { prepared, applied } = remembered;
    if (applied?.read.every(({ ref, found }) => shown(ref) === found)) return applied.outcome;
    if (prepared instanceof Thrown) return prepared;
    if (!prepared.ready) return undefined;
    const read: Read[] = [];
    const load: Load = {
      get: <C extends CollectionName>(collection: C, id: string) => {
        const ref = { collection, id };
        const found = shown(ref);
        read.push({ ref, found });
        // a desk can't tell "does not exist" from "has not come yet", nor what a newer server meant
        if (found === undefined || (found && unreadIn(found).length > 0)) return 'unknown';
        return (found ?? undefined) as DocumentOf<C> | undefined;
      },
      // a desk sees its scopes only, so the server alone can look through everything
      all: () => 'unknown',
      claims: () => 'unknown',
    };
    const { opId, at, deviceId } = operation;
    const context = { opId, actor: this.#actor, deviceId, at, decidedAt: at };
    const outcome = caught(() => prepared.decide(load, context));
    remembered.applied = { read, outcome };
    return outcome;
  }

  #remember(operation: Operation): Remembered {
    const known = this.#remembered.get(operation.opId);
    if (known) return known;
    const remembered = { prepared: caught(() => prepare(operation)) };
    this.#remembered.set(operation.opId, remembered);
    return remembered;
  }
}

/** Once, with nothing remembered. */
export function rebase(open: readonly Operation[], actor: Actor, known: Known): Rebased {
  return new Rebaser(actor).rebase(open, known);
}

/** What one operation reads. */
export function readsOf(operation: Operation): readonly Ref[] {
  const prepared = caught(() => prepare(operation));
  return prepared.ready ? prepared.reads : [];
}
