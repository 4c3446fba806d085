import { decision, needsReason } from '../../domain/decision.ts';
import { ref } from '../../domain/documents.ts';
import { caseId } from '../../domain/ids.ts';
import { letter } from '../../domain/letter.ts';
import { can } from '../../domain/permissions.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, refused } from '../outcome.ts';
import { decided } from './decided.ts';
import { charge, chargedBy, fittingLetter, newFee, whyNotChargeable, whyNotDecidable } from './fee-rules.ts';
import { caseRefs, happened, loadCase, putWithEvent } from './load-case.ts';

/**
 * The decision on an application, with its letter. Exclusive: the first one stands, a second is refused and its text
 * kept. Where it takes two, it is kept as a proposal until another clerk approves it; the applicant learns nothing till then.
 */
export const decideCase = defineOperation({
  kind: 'decideCase',
  v: 1,
  payload: z.strictObject({
    caseId,
    decision,
    letter: letter.optional(),
    /** What it costs; absent: nothing, or what is charged already. */
    fee: newFee.optional(),
    /** A colleague is to look at it, though the service doesn't ask for that. */
    asksApproval: z.boolean().optional(),
  }),
  reads: ({ caseId: id, fee }) => [...caseRefs(id), ...(fee ? [ref('settings', fee.serviceId)] : [])],
  apply: (payload, docs, context) => {
    const { actor } = context;
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
    const { proposal } = caseRecord;
    if (proposal) return refused({ code: 'awaitingApproval', byId: proposal.byId, at: proposal.at });
    if (!can(actor, { action: 'decide', on: caseRecord })) {
      return refused({ code: 'notAssigned', toId: caseRecord.assigneeId });
    }
    if (needsReason(payload.decision.kind) && payload.decision.reason.trim() === '')
      return refused('reasonRequired');
    const fee = payload.fee && chargedBy(payload.fee);
    const impossible =
      (payload.fee && whyNotChargeable(docs, caseRecord, payload.fee)) ??
      (fee && whyNotDecidable(caseRecord, fee, context.decidedAt));
    if (impossible) return impossible;
    const charged = fee ? charge(caseRecord.fee, fee, context.decidedAt) : caseRecord.fee;
    const fitting = fittingLetter(payload.letter, caseRecord, charged);
    if ('stop' in fitting) return fitting.stop;
    const made = { decision: payload.decision, letter: fitting.letter, fee, byId: actor.clerkId };
    if (!caseRecord.needsSecondApproval && payload.asksApproval !== true)
      return decided(loaded, made, context);
    const number = 1 + dossier.events.filter(({ kind }) => kind === 'proposed').length;
    const event = {
      kind: 'proposed' as const,
      ...happened(context, caseRecord),
      byId: actor.clerkId,
      number,
      decision: made.decision,
      ...(made.letter && { letter: made.letter }),
      ...(fee && { fee }),
    };
    const { kind } = made.decision;
    return accepted(
      putWithEvent(loaded, event, { proposal: { number, kind, byId: actor.clerkId, at: event.at } }),
    );
  },
});
