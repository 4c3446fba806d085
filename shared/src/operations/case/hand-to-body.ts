import { bodyName, handOverWord } from '../../domain/case.ts';
import { caseId } from '../../domain/ids.ts';
import { can } from '../../domain/permissions.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, mail, refused } from '../outcome.ts';

import { withoutOpenQuestions } from './case-state.ts';
import { caseRefs, happened, loadCase, putWithEvent } from './load-case.ts';

/**
 * The application goes to the body that decides it (Abgabe), as one of the district's: the case ends here, the applicant
 * reads who has it now. Exclusive like a decision. What the body gets is made on the desk; nothing is sent by this.
 */
export const handToBody = defineOperation({
  kind: 'handToBody',
  v: 1,
  payload: z.strictObject({ caseId, bodyName, word: handOverWord }),
  reads: (payload) => caseRefs(payload.caseId),
  apply: (payload, docs, context) => {
    const { actor, decidedAt } = context;
    const loaded = loadCase(docs, payload.caseId);
    if ('stop' in loaded) return loaded.stop;
    const { caseRecord, dossier } = loaded;
    if (actor.kind !== 'clerk' || !can(actor, { action: 'read', on: caseRecord }))
      return refused('notAllowed');
    if (caseRecord.decision !== null) {
      const { decidedBy: byId, decidedAt: at } = caseRecord.decision;
      return refused({ code: 'alreadyDecided', byId, at });
    }
    const { proposal } = caseRecord;
    if (proposal) return refused({ code: 'awaitingApproval', byId: proposal.byId, at: proposal.at });
    if (!can(actor, { action: 'decide', on: caseRecord }))
      return refused({ code: 'notAssigned', toId: caseRecord.assigneeId });
    if (payload.bodyName.trim() === '') return refused('textRequired');
    const event = {
      kind: 'handedToBody' as const,
      ...happened(context),
      byId: actor.clerkId,
      bodyName: payload.bodyName,
      word: payload.word,
    };
    return accepted(
      putWithEvent({ caseRecord, dossier: withoutOpenQuestions(dossier, decidedAt) }, event, {
        status: 'decided',
        // nobody here waits for an answer any more
        ...(caseRecord.waitingUntil != null && { waitingUntil: null }),
        decision: { kind: 'handedOver', decidedBy: actor.clerkId, decidedAt },
      }),
      dossier.contactEmail === null
        ? []
        : [mail('news', dossier.contactEmail, payload.caseId, dossier.trackingCode)],
    );
  },
});
