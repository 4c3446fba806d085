import { caseId } from '../../domain/ids.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, refused } from '../outcome.ts';
import { caseRefs, happened, loadCase, putWithEvent } from './load-case.ts';
import { openProposal } from './open-proposal.ts';

/**
 * A second clerk gives a proposed decision back, and says why; or who proposed it takes it back. What was proposed stays
 * in the history.
 */
export const returnDecision = defineOperation({
  kind: 'returnDecision',
  v: 1,
  payload: z.strictObject({ caseId, number: z.int().min(1), word: z.string().max(2000) }),
  reads: (payload) => caseRefs(payload.caseId),
  apply: (payload, docs, context) => {
    const { actor } = context;
    const loaded = loadCase(docs, payload.caseId);
    if ('stop' in loaded) return loaded.stop;
    if (actor.kind !== 'clerk') return refused('notAllowed');
    const open = openProposal(loaded, payload.number, actor);
    if ('stop' in open) return open.stop;
    const word = payload.word.trim();
    if (word === '' && open.proposed.byId !== actor.clerkId) return refused('textRequired');
    const { proposal: _, ...caseRecord } = loaded.caseRecord;
    const event = { kind: 'returned' as const, ...happened(context, caseRecord), byId: actor.clerkId, word };
    return accepted(putWithEvent({ ...loaded, caseRecord }, event));
  },
});
