import { counterId } from '../ids.ts';
import { type Instant, instant } from '../time.ts';
import { z } from '../zod.ts';
import type { Unit } from './unit.ts';

/**
 * What a unit of a counter's time is taken by (K1): a form being filled in, a booking whose mail waits to be confirmed, a
 * booking with its buffer, units granted ahead to one journal, a counter closed for a while, a time just cancelled.
 */
export const claimState = z.enum(['hold', 'unconfirmed', 'booked', 'leased', 'blocked', 'cooling']);
export type ClaimState = z.infer<typeof claimState>;

/** An appointment's id, a block's or a lease's: unguessable or a desk's own, and never a person's. */
export const claimOwner = z.string().min(1).max(100);

/** One row per counter and unit: whoever owns it owns the time. No row, or one that has run out: free. */
export const claim = z.strictObject({
  counterId,
  unit: z.int().min(0),
  state: claimState,
  owner: claimOwner,
  /** It counts up to and including this instant; null: until it is given back. */
  until: instant.nullable(),
  /** Grows with each change of owner or state, so that who knows an older one is refused. */
  fence: z.int().min(1),
});
export type Claim = z.infer<typeof claim>;

/** A stretch of a counter's time, `to` exclusive. */
export interface ClaimRange {
  readonly counterId: Claim['counterId'];
  readonly from: Unit;
  readonly to: Unit;
}

/** Whether somebody else may take it at this instant (K2). */
export function mayBeTaken({ until }: Pick<Claim, 'until'>, at: Instant): boolean {
  return until !== null && until < at;
}

/** What a decision does to claims, beside documents; several are all done or none. */
export type ClaimWrite =
  /** All of the range, or nothing and no decision: every unit is free, has run out, or is this owner's. */
  | (ClaimRange & { readonly does: 'take' } & Omit<Claim, 'counterId' | 'unit'>)
  /** Of the range, what is free or has run out; the rest stays with whom it belongs to. */
  | (ClaimRange & { readonly does: 'fill' } & Omit<Claim, 'counterId' | 'unit'>)
  /** Of the range, what this owner has: it counts until then and no longer. `cooling` in the past is free. */
  | (ClaimRange & {
      readonly does: 'release';
      readonly owner: string;
      readonly until: Instant;
      readonly fence: number;
    });

export type ClaimKey = `${string} ${number}`;

export function claimKey(counter: string, unit: Unit): ClaimKey {
  return `${counter} ${unit}`;
}

/**
 * The rows that change where a decision at `at` writes this, ascending in each write; undefined: something that was to be
 * taken is somebody else's, and nothing changes. What every store does, the SQL ones in SQL.
 */
export function claimsAfter(
  rowOf: (counter: Claim['counterId'], unit: Unit) => Claim | undefined,
  writes: readonly ClaimWrite[],
  at: Instant,
): readonly Claim[] | undefined {
  const changed = new Map<ClaimKey, Claim>();
  for (const write of writes) {
    const { counterId: counter, from, to } = write;
    for (let unit = from; unit < to; unit += 1) {
      const key = claimKey(counter, unit);
      const before = changed.get(key) ?? rowOf(counter, unit);
      if (write.does === 'release') {
        const { until, fence } = write;
        if (before?.owner === write.owner) changed.set(key, { ...before, state: 'cooling', until, fence });
      } else if (before && before.owner !== write.owner && !mayBeTaken(before, at)) {
        if (write.does === 'take') return undefined;
      } else {
        const { state, owner, until, fence } = write;
        changed.set(key, { counterId: counter, unit, state, owner, until, fence });
      }
    }
  }
  return [...changed.values()];
}
