import { caseId } from '../../domain/ids.ts';
import { can } from '../../domain/permissions.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { refused } from '../outcome.ts';
import { decided } from './decided.ts';
import { caseRefs, loadCase } from './load-case.ts';
import { openProposal } from './open-proposal.ts';

/** A second clerk approves what a first one decided (Vier-Augen-Prinzip): from then on it counts, and its letter goes out. */
export const approveDecision = defineOperation({
  kind: 'approveDecision',
  v: 1,
  /** `number`: the proposal she has read. */
  payload: z.strictObject({ caseId, number: z.int().min(1) }),
  reads: (payload) => caseRefs(payload.caseId),
  apply: (payload, docs, context) => {
    const { actor } = context;
    const loaded = loadCase(docs, payload.caseId);
    if ('stop' in loaded) return loaded.stop;
    if (actor.kind !== 'clerk') return refused('notAllowed');
    const open = openProposal(loaded, payload.number, actor);
    if ('stop' in open) return open.stop;
    if (!can(actor, { action: 'approve', on: loaded.caseRecord })) return refused('ownDecision');
    const { byId, decision, letter, fee } = open.proposed;
    return decided(loaded, { decision, letter, fee, byId, approvedById: actor.clerkId }, context);
  },
});
