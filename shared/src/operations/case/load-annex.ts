import type { Annex } from '../../domain/annex.ts';
import type { Case } from '../../domain/case.ts';
import { type Ref, ref } from '../../domain/documents.ts';
import type { CaseId, ClerkId } from '../../domain/ids.ts';
import { can } from '../../domain/permissions.ts';
import type { ApplyContext, Load } from '../define-operation.ts';
import { type Change, forecastOnly, type Outcome, put, refused } from '../outcome.ts';

/** Two cases that have to do with each other, and what is known of that. */
export function pairRefs(one: CaseId, other: CaseId): readonly Ref[] {
  return [ref('cases', one), ref('cases', other), ref('annexes', one), ref('annexes', other)];
}

export interface LoadedPair {
  readonly byId: ClerkId;
  readonly annexes: readonly [Annex, Annex];
}

/** Both annexes, where the clerk may note on both cases; or why not. */
export function loadPair(
  docs: Load,
  one: CaseId,
  other: CaseId,
  { actor }: ApplyContext,
): LoadedPair | { readonly stop: Outcome } {
  const cases = [docs.get('cases', one), docs.get('cases', other)] as const;
  const [first, second] = cases;
  if (first === 'unknown' || second === 'unknown') return { stop: forecastOnly() };
  if (first === undefined || second === undefined || one === other) return { stop: refused('noSuchCase') };
  const isAllowed = [first, second].every((on) => can(actor, { action: 'note', on }));
  if (actor.kind !== 'clerk' || !isAllowed) return { stop: refused('notAllowed') };
  return { byId: actor.clerkId, annexes: [annexOf(docs, first), annexOf(docs, second)] };
}

/** Most cases have none; a desk that lacks it shows the case as if there were none (L10). */
export function annexOf(docs: Load, { id, scope }: Case): Annex {
  const found = docs.get('annexes', id);
  return found === undefined || found === 'unknown'
    ? { id, scope, related: [], persons: [] }
    : { ...found, scope };
}

/** Both at once: neither names the other alone. */
export function putPair(
  [one, other]: readonly [Annex, Annex],
  changed: (annex: Annex, otherId: CaseId) => Annex,
): readonly Change[] {
  return [put('annexes', changed(one, other.id)), put('annexes', changed(other, one.id))];
}

/** Without what a list says of this case. */
export function without<T extends { readonly caseId: CaseId }>(list: readonly T[], id: CaseId): T[] {
  return list.filter((each) => each.caseId !== id);
}
