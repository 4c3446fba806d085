import { decision } from '../../domain/case.ts';
import { caseId } from '../../domain/ids.ts';
import { can } from '../../domain/permissions.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, mail, refused } from '../outcome.ts';
import { withoutOpenQuestions } from './case-state.ts';
import { caseRefs, happened, loadCase, putWithEvent } from './load-case.ts';

/** The decision on an application. Exclusive: the first one stands, a second is refused and its text kept. */
export const decideCase = defineOperation({
  kind: 'decideCase',
  v: 1,
  payload: z.strictObject({ caseId, decision }),
  reads: (payload) => caseRefs(payload.caseId),
  apply: (payload, docs, context) => {
    const { actor, decidedAt } = context;
    const loaded = loadCase(docs, payload.caseId);
    if ('stop' in loaded) return loaded.stop;
    const { caseRecord, dossier } = loaded;
    if (actor.kind !== 'clerk' || !can(actor, { action: 'read', on: caseRecord }))
      return refused('notAllowed');
    // before "not assigned": who lost the race needs to read that it is decided, and by whom
    if (caseRecord.decision !== null) {
      return refused({
        code: 'alreadyDecided',
        byId: caseRecord.decision.decidedBy,
        at: caseRecord.decision.decidedAt,
      });
    }
    if (!can(actor, { action: 'decide', on: caseRecord })) {
      return refused({ code: 'notAssigned', toId: caseRecord.assigneeId });
    }
    // § 39 Abs. 1 VwVfG: a written decision states its reasons; one that grants the application may do without (Abs. 2 Nr. 1)
    if (payload.decision.kind === 'rejected' && payload.decision.reason.trim() === '')
      return refused('reasonRequired');
    const event = {
      kind: 'decided' as const,
      ...happened(context, caseRecord),
      byId: actor.clerkId,
      decision: payload.decision,
    };
    return accepted(
      putWithEvent({ caseRecord, dossier: withoutOpenQuestions(dossier, decidedAt) }, event, {
        status: 'decided',
        // nobody waits for an answer any more; one that comes all the same is kept as a message
        ...(caseRecord.waitingUntil != null && { waitingUntil: null }),
        decision: { kind: payload.decision.kind, decidedBy: actor.clerkId, decidedAt },
      }),
      dossier.contactEmail === null
        ? []
        : [mail('news', dossier.contactEmail, payload.caseId, dossier.trackingCode)],
    );
  },
});
