import { ref } from '../../domain/documents.ts';
import { caseId, clerkId } from '../../domain/ids.ts';
import { can } from '../../domain/permissions.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, forecastOnly, refused } from '../outcome.ts';
import { caseRefs, loadCase, putWithEvent } from './load-case.ts';

const word = z.string().max(500);

/** Who works on a case: take it over, hand it over to a colleague, give it back to the inbox. */
export const assignCase = defineOperation({
  kind: 'assignCase',
  v: 1,
  payload: z.discriminatedUnion('action', [
    z.strictObject({ action: z.literal('takeOver'), caseId, word }),
    z.strictObject({ action: z.literal('handOver'), caseId, toId: clerkId, word }),
    z.strictObject({ action: z.literal('giveBack'), caseId, word }),
  ]),
  reads: (payload) => [
    ...caseRefs(payload.caseId),
    ...(payload.action === 'handOver' ? [ref('clerks', payload.toId)] : []),
  ],
  apply: (payload, docs, { actor, decidedAt, opId }) => {
    const loaded = loadCase(docs, payload.caseId);
    if ('stop' in loaded) return loaded.stop;
    const { caseRecord } = loaded;
    // before all that tells who holds or decided it: from another department nobody learns that
    if (actor.kind !== 'clerk' || !can(actor, { action: 'read', on: caseRecord }))
      return refused('notAllowed');
    if (caseRecord.decision !== null) {
      return refused({
        code: 'alreadyDecided',
        byId: caseRecord.decision.decidedBy,
        at: caseRecord.decision.decidedAt,
      });
    }
    if (!can(actor, { action: payload.action, on: caseRecord }))
      return refused({ code: 'notAssigned', toId: caseRecord.assigneeId });
    if (payload.action === 'takeOver' && caseRecord.assigneeId !== null) {
      const mayTake =
        caseRecord.assigneeId !== actor.clerkId && can(actor, { action: 'takeFromOther', on: caseRecord });
      if (!mayTake) return refused({ code: 'alreadyAssigned', toId: caseRecord.assigneeId });
    }
    if (payload.action === 'handOver') {
      const target = docs.get('clerks', payload.toId);
      if (target === 'unknown') return forecastOnly();
      if (target === undefined || !target.departmentIds.includes(caseRecord.departmentId))
        return refused('noSuchClerk');
    }
    const toId =
      payload.action === 'takeOver' ? actor.clerkId : payload.action === 'handOver' ? payload.toId : null;
    const event = {
      kind: 'assigned' as const,
      opId,
      at: decidedAt,
      byId: actor.clerkId,
      fromId: caseRecord.assigneeId,
      toId,
      word: payload.word,
    };
    return accepted(
      putWithEvent(loaded, event, {
        assigneeId: toId,
        assignedAt: toId === null ? null : decidedAt,
        status: toId === null ? 'received' : 'inProgress',
      }),
    );
  },
});
