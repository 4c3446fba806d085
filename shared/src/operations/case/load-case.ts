import type { Case, CaseEvent, Dossier } from '../../domain/case.ts';
import { type Ref, ref } from '../../domain/documents.ts';
import type { CaseId, ClerkId, OpId } from '../../domain/ids.ts';
import { represents } from '../../domain/permissions.ts';
import { activeScope } from '../../domain/scope.ts';
import { type Instant, millisecondsOf } from '../../domain/time.ts';
import type { ApplyContext, Load } from '../define-operation.ts';
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
  if (caseRecord === undefined) return { stop: refused('noSuchCase') };
  if (dossier === undefined)
    // on a desk it looks gone and is not: the server has it
    return { stop: caseRecord.isShelved ? forecastOnly() : refused('noSuchCase') };
  return { caseRecord, dossier };
}

/** Up to here handing over took its time, or a clock is a little off: nobody has to know both times. */
const sameMomentMs = 5 * 60 * 1000;

/**
 * What each event tells of its operation: the time of decision, that of doing where it is another one (S12), and for whom,
 * where the case it is done to is an absent colleague's.
 */
export function happened(
  { opId, at: takenAt, decidedAt: at, actor }: ApplyContext,
  to?: Case,
): {
  readonly opId: OpId;
  readonly at: Instant;
  readonly takenAt?: Instant;
  readonly forId?: ClerkId;
} {
  const isSameMoment = Math.abs(millisecondsOf(at) - millisecondsOf(takenAt)) <= sameMomentMs;
  const forId = to && represents(actor, to) ? to.assigneeId : null;
  return { opId, at, ...(isSameMoment ? {} : { takenAt }), ...(forId === null ? {} : { forId }) };
}

/**
 * Writes both halves together: the event into the history, and its trace into the listed state. A dossier that rested is
 * among the running work again.
 */
export function putWithEvent(
  { caseRecord, dossier }: CaseAndDossier,
  event: CaseEvent,
  changed: Partial<
    Pick<
      Case,
      | 'applicantName'
      | 'status'
      | 'assigneeId'
      | 'assignedAt'
      | 'decision'
      | 'proposal'
      | 'departmentId'
      | 'deadlineOn'
      | 'waitingUntil'
      | 'unreadAnswers'
      | 'followUp'
      | 'fee'
    >
  > = {},
  inDossier: Partial<Pick<Dossier, 'letters'>> = {},
): readonly Change[] {
  // both halves lie in the department's scope: they move together or not at all
  const scope = changed.departmentId === undefined ? caseRecord.scope : activeScope(changed.departmentId);
  const { isShelved: _, ...listed } = caseRecord;
  const isFirstTouch = 'byId' in event && isUntouched(caseRecord, dossier);
  return [
    put('cases', {
      ...listed,
      ...changed,
      scope,
      ...(isFirstTouch && { firstTouchedAt: event.at }),
      eventCount: caseRecord.eventCount + 1,
      lastEventAt: event.at,
    }),
    put('dossiers', { ...dossier, ...inDossier, scope, events: [...dossier.events, event] }),
  ];
}

/** A case of before first touches were kept may have been touched long ago. */
function isUntouched({ firstTouchedAt }: Case, { events }: Dossier): boolean {
  return firstTouchedAt === undefined && !events.some((event) => 'byId' in event);
}
