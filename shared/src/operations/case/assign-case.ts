import { ref } from '../../domain/documents.ts';
import { caseId, clerkId, departmentId } from '../../domain/ids.ts';
import { can, worksIn } from '../../domain/permissions.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, forecastOnly, refused } from '../outcome.ts';
import { besideRefs, movedBeside } from './beside-case.ts';
import { statusHeldBy } from './case-state.ts';
import { caseRefs, happened, loadCase, putWithEvent } from './load-case.ts';

const word = z.string().max(500);

/**
 * Who works on a case: take it over, hand it over to a colleague or to another department, give it back to the inbox.
 * Handed to a department it changes its scope: desks that don't see the new one lose it (S9). What lies beside it goes
 * along: its annex, its tasks, and who looked at it.
 */
export const assignCase = defineOperation({
  kind: 'assignCase',
  v: 1,
  payload: z.discriminatedUnion('action', [
    z.strictObject({ action: z.literal('takeOver'), caseId, word }),
    z.strictObject({ action: z.literal('handOver'), caseId, toId: clerkId, word }),
    z.strictObject({ action: z.literal('moveToDepartment'), caseId, toDepartmentId: departmentId, word }),
    z.strictObject({ action: z.literal('giveBack'), caseId, word }),
  ]),
  reads: (payload) => [
    ...caseRefs(payload.caseId),
    ...(payload.action === 'handOver' ? [ref('clerks', payload.toId)] : []),
    ...(payload.action === 'moveToDepartment'
      ? [ref('settings', payload.toDepartmentId), ref('annexes', payload.caseId)]
      : []),
  ],
  readsThen: (payload, get, decidedAt) =>
    payload.action === 'moveToDepartment' ? besideRefs(payload.caseId, get, decidedAt) : [],
  apply: (payload, docs, context) => {
    const { actor, decidedAt } = context;
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
    const right = payload.action === 'moveToDepartment' ? 'handOver' : payload.action;
    if (!can(actor, { action: right, on: caseRecord }))
      return refused({ code: 'notAssigned', toId: caseRecord.assigneeId });
    if (payload.action === 'takeOver' && caseRecord.assigneeId !== null) {
      const mayTake =
        caseRecord.assigneeId !== actor.clerkId && can(actor, { action: 'takeFromOther', on: caseRecord });
      if (!mayTake) return refused({ code: 'alreadyAssigned', toId: caseRecord.assigneeId });
    }
    if (payload.action === 'handOver') {
      const target = docs.get('clerks', payload.toId);
      if (target === 'unknown') return forecastOnly();
      if (target === undefined || !worksIn(target, caseRecord.departmentId)) return refused('noSuchClerk');
    }
    if (payload.action === 'moveToDepartment') {
      const target = docs.get('settings', payload.toDepartmentId);
      if (target === 'unknown') return forecastOnly();
      const isThere = target?.kind === 'department' && target.deactivatedAt === undefined;
      if (!isThere || target.id === caseRecord.departmentId) return refused('noSuchDepartment');
      const event = {
        kind: 'moved' as const,
        ...happened(context, caseRecord),
        byId: actor.clerkId,
        fromId: caseRecord.assigneeId,
        fromDepartmentId: caseRecord.departmentId,
        toDepartmentId: target.id,
        word: payload.word,
      };
      return accepted([
        ...putWithEvent(loaded, event, {
          departmentId: target.id,
          assigneeId: null,
          assignedAt: null,
          status: statusHeldBy(null, caseRecord),
        }),
        ...movedBeside(caseRecord.id, target.id, docs, decidedAt),
      ]);
    }
    const toId =
      payload.action === 'takeOver' ? actor.clerkId : payload.action === 'handOver' ? payload.toId : null;
    const event = {
      kind: 'assigned' as const,
      ...happened(context, caseRecord),
      byId: actor.clerkId,
      fromId: caseRecord.assigneeId,
      toId,
      word: payload.word,
    };
    return accepted(
      putWithEvent(loaded, event, {
        assigneeId: toId,
        assignedAt: toId === null ? null : decidedAt,
        status: statusHeldBy(toId, caseRecord),
      }),
    );
  },
});
