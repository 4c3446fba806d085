import { caseId } from '../../domain/ids.ts';
import { can } from '../../domain/permissions.ts';
import { localDate } from '../../domain/time.ts';
import { workingDayFrom } from '../../domain/working-days.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, mail, refused } from '../outcome.ts';
import { caseRefs, happened, loadCase, putWithEvent } from './load-case.ts';

/**
 * The day by which a case is to be decided moves, with the reason, which the applicant reads: an extension is to be
 * justified and told in time (§ 42a Abs. 2 Satz 4 VwVfG). Only to a later day: of two extensions the later day stands.
 * Where the service names no time a clerk sets one of her own: nothing takes longer then, and nobody is told that it does.
 */
export const extendDeadline = defineOperation({
  kind: 'extendDeadline',
  v: 1,
  payload: z.strictObject({
    caseId,
    /** On a day on which nobody works it moves to the next working day. */
    until: localDate,
    reason: z.string().max(2000),
  }),
  reads: (payload) => caseRefs(payload.caseId),
  apply: (payload, docs, context) => {
    const { actor } = context;
    const loaded = loadCase(docs, payload.caseId);
    if ('stop' in loaded) return loaded.stop;
    const { caseRecord, dossier } = loaded;
    if (actor.kind !== 'clerk' || !can(actor, { action: 'read', on: caseRecord }))
      return refused('notAllowed');
    if (caseRecord.decision !== null) {
      return refused({
        code: 'alreadyDecided',
        byId: caseRecord.decision.decidedBy,
        at: caseRecord.decision.decidedAt,
      });
    }
    if (!can(actor, { action: 'extend', on: caseRecord }))
      return refused({ code: 'notAssigned', toId: caseRecord.assigneeId });
    const from = caseRecord.deadlineOn;
    const until = workingDayFrom(payload.until);
    if (from !== null && until <= from) return refused({ code: 'notLater', than: from });
    const reason = payload.reason.trim();
    if (reason === '') return refused('reasonRequired');
    const event = {
      kind: 'deadlineExtended' as const,
      ...happened(context, caseRecord),
      byId: actor.clerkId,
      from,
      until,
      reason,
    };
    return accepted(
      putWithEvent(loaded, event, { deadlineOn: until }),
      dossier.contactEmail === null || from === null
        ? []
        : [mail('news', dossier.contactEmail, payload.caseId, dossier.trackingCode)],
    );
  },
});
