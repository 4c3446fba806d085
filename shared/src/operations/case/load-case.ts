import type { Case, CaseEvent, Dossier } from '../../domain/case.ts';
import { type Ref, ref } from '../../domain/documents.ts';
import type { CaseId } from '../../domain/ids.ts';
import { activeScope } from '../../domain/scope.ts';
import type { Load } from '../define-operation.ts';
import { type Change, forecastOnly, type Outcome, put, refused } from '../outcome.ts';

export interface CaseAndDossier {
  readonly caseRecord: Case;
  readonly dossier: Dossier;
}

export function caseRefs(caseId: CaseId): readonly Ref[] {
  return [ref('cases', caseId), ref('dossiers', caseId)];
}

/** Both halves of a case, or why there is nothing to work on. */
export function loadCase(docs: Load, caseId: CaseId): CaseAndDossier | { readonly stop: Outcome } {
  const caseRecord = docs.get('cases', caseId);
  const dossier = docs.get('dossiers', caseId);
  if (caseRecord === 'unknown' || dossier === 'unknown') return { stop: forecastOnly() };
  if (caseRecord === undefined || dossier === undefined) return { stop: refused('noSuchCase') };
  return { caseRecord, dossier };
}

/** Writes both halves together: the event into the history, and its trace into the listed state. */
export function putWithEvent(
  { caseRecord, dossier }: CaseAndDossier,
  event: CaseEvent,
  changed: Partial<Pick<Case, 'status' | 'assigneeId' | 'assignedAt' | 'decision' | 'departmentId'>> = {},
): readonly Change[] {
  // both halves lie in the department's scope: they move together or not at all
  const scope = changed.departmentId === undefined ? caseRecord.scope : activeScope(changed.departmentId);
  return [
    put('cases', {
      ...caseRecord,
      ...changed,
      scope,
      eventCount: caseRecord.eventCount + 1,
      lastEventAt: event.at,
    }),
    put('dossiers', { ...dossier, scope, events: [...dossier.events, event] }),
  ];
}
