import { caseId, questionId } from '../../domain/ids.ts';
import { can } from '../../domain/permissions.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, put, refused } from '../outcome.ts';
import { withQuestion } from './case-state.ts';
import { caseRefs, loadCase } from './load-case.ts';

/**
 * The page with a question was opened with the tracking code, for the first time. Nothing is known of by whom. No event
 * of the history: it would be news to the clerk, and is none.
 */
export const markSeen = defineOperation({
  kind: 'markSeen',
  v: 1,
  payload: z.strictObject({ caseId, questionId }),
  reads: (payload) => caseRefs(payload.caseId),
  apply: (payload, docs, { actor, decidedAt }) => {
    const loaded = loadCase(docs, payload.caseId);
    if ('stop' in loaded) return loaded.stop;
    if (!can(actor, { action: 'submit' })) return refused('notAllowed');
    const asked = loaded.dossier.questions?.find(({ id }) => id === payload.questionId);
    if (asked === undefined) return refused('noSuchQuestion');
    if (asked.seenAt !== null) return accepted([]);
    return accepted([put('dossiers', withQuestion(loaded.dossier, { ...asked, seenAt: decidedAt }))]);
  },
});
