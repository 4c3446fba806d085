import { standInCountsForDays } from '../../domain/absence.ts';
import { type Absence, absence, type Clerk, mostStandIns } from '../../domain/clerk.ts';
import { ref } from '../../domain/documents.ts';
import { type ClerkId, clerkId } from '../../domain/ids.ts';
import { can } from '../../domain/permissions.ts';
import { addDays, type LocalDate, localDateOf } from '../../domain/time.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, type Change, forecastOnly, put, refused } from '../outcome.ts';
import { changedMeanwhile, fieldChange } from './field-change.ts';

/**
 * When a clerk isn't there, and who stands in for her: by herself, a lead of one of her departments or an administrator.
 * `to: null` ends it. A deputy may be absent herself, or have her as deputy: the desk tells it before, and nobody is kept
 * from falling ill by a rule.
 */
export const setAbsence = defineOperation({
  kind: 'setAbsence',
  v: 1,
  payload: z.strictObject({ clerkId, absence: fieldChange(absence.nullable()) }),
  reads: (payload) => [payload.clerkId, ...deputiesIn(payload.absence)].map((id) => ref('clerks', id)),
  apply: ({ clerkId: id, absence: change }, docs, { actor, decidedAt }) => {
    const absent = docs.get('clerks', id);
    const deputy = change.to?.deputyId ? docs.get('clerks', change.to.deputyId) : null;
    const former = change.from?.deputyId ? docs.get('clerks', change.from.deputyId) : null;
    if (absent === 'unknown' || deputy === 'unknown' || former === 'unknown') return forecastOnly();
    if (absent === undefined) return refused(actor.kind === 'clerk' ? 'noSuchClerk' : 'notAllowed');
    if (!can(actor, { action: 'setAbsence', of: absent })) return refused('notAllowed');
    if (absent.deactivatedAt !== undefined) return refused('noSuchClerk');
    const changed = changedMeanwhile(
      { absence: asText(absent.absence ?? null) },
      { absence: { from: asText(change.from), to: asText(change.to) } },
    );
    if (changed) return changed;
    if (deputy === undefined || (deputy && !canStandIn(deputy, absent))) return refused('noSuchClerk');
    const { absence: _, ...present } = absent;
    const today = localDateOf(decidedAt);
    return accepted([
      put('clerks', change.to ? { ...present, absence: change.to } : present),
      ...(former && former.id !== deputy?.id ? [withStandIn(former, id, null, today)] : []),
      ...(deputy ? [withStandIn(deputy, id, change.to, today)] : []),
    ]);
  },
});

/** As a refusal tells it: the first day, the last day, the deputy; empty where there is none. */
function asText(of: Absence | null): string {
  return of === null ? '' : [of.from, of.until, of.deputyId ?? ''].join(' ');
}

function deputiesIn({ from, to }: { from: Absence | null; to: Absence | null }): readonly ClerkId[] {
  return [...new Set([from?.deputyId, to?.deputyId])].filter((id) => id !== null && id !== undefined);
}

/** A colleague who works in one of her departments. */
export function canStandIn(deputy: Clerk, absent: Pick<Clerk, 'id' | 'departmentIds'>): boolean {
  if (deputy.deactivatedAt !== undefined || deputy.id === absent.id) return false;
  return deputy.departmentIds.some((id) => absent.departmentIds.includes(id));
}

/**
 * Of what ends, the days that are over stay as long as work of them may still arrive from a desk without a line; then
 * they go too, so that the list doesn't grow for ever.
 */
function withStandIn(deputy: Clerk, id: ClerkId, days: Absence | null, today: LocalDate): Change {
  const { deputyFor = [], ...rest } = deputy;
  const yesterday = addDays(today, -1);
  const kept = deputyFor
    .map((each) => (each.clerkId === id && each.until > yesterday ? { ...each, until: yesterday } : each))
    .filter(({ clerkId: of, from, until }) => {
      const isCovered = of === id && days !== null && days.from <= from && until <= days.until;
      return from <= until && until >= addDays(today, -standInCountsForDays) && !isCovered;
    });
  const added = days ? [{ clerkId: id, from: days.from, until: days.until }] : [];
  const all = [...kept, ...added].slice(-mostStandIns);
  return put('clerks', all.length === 0 ? rest : { ...rest, deputyFor: all });
}
