import type { Case } from '../../domain/case.ts';
import { openCents } from '../../domain/fees/fee.ts';
import { caseId } from '../../domain/ids.ts';
import { restScope } from '../../domain/scope.ts';
import { type Instant, instant } from '../../domain/time.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, put, refused } from '../outcome.ts';
import { caseRefs, loadCase } from './load-case.ts';

/**
 * The system lays the dossier of a case aside that was closed before `quietSince` and has had no event since: desks give
 * up their copies and fetch it when somebody opens it. The case stays in every list. Any later event brings it back
 * (`putWithEvent`); where there was one meanwhile, nothing happens.
 */
export const shelveCase = defineOperation({
  kind: 'shelveCase',
  v: 1,
  payload: z.strictObject({ caseId, quietSince: instant }),
  reads: (payload) => caseRefs(payload.caseId),
  apply: ({ caseId: id, quietSince }, docs, { actor }) => {
    if (actor.kind !== 'system') return refused('notAllowed');
    const loaded = loadCase(docs, id);
    if ('stop' in loaded) return loaded.stop;
    const { caseRecord, dossier } = loaded;
    if (!canBeShelved(caseRecord, quietSince)) return accepted([]);
    return accepted([
      put('cases', { ...caseRecord, isShelved: true }),
      put('dossiers', { ...dossier, scope: restScope(caseRecord.departmentId) }),
    ]);
  },
});

/** Nobody waits for anything of it: closed, quiet, nothing to be paid, read or looked at again. */
export function canBeShelved(
  { isShelved, decision, lastEventAt, fee, unreadAnswers = 0, followUp = null }: Case,
  quietSince: Instant,
): boolean {
  return (
    isShelved === undefined &&
    decision !== null &&
    lastEventAt < quietSince &&
    (fee === undefined || openCents(fee) === 0) &&
    unreadAnswers === 0 &&
    followUp === null
  );
}
