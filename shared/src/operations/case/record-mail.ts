import { caseId, questionId } from '../../domain/ids.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, put, refused } from '../outcome.ts';
import { withQuestion } from './case-state.ts';
import { caseRefs, loadCase } from './load-case.ts';

/**
 * The system tells what became of the mail about a question: the mail server took it over, or refused it for good. Once
 * handed over it stays so.
 */
export const recordMail = defineOperation({
  kind: 'recordMail',
  v: 1,
  payload: z.strictObject({ caseId, questionId, result: z.enum(['handedOver', 'failed']) }),
  reads: (payload) => caseRefs(payload.caseId),
  apply: (payload, docs, { actor }) => {
    if (actor.kind !== 'system') return refused('notAllowed');
    const loaded = loadCase(docs, payload.caseId);
    if ('stop' in loaded) return loaded.stop;
    const asked = loaded.dossier.questions?.find(({ id }) => id === payload.questionId);
    if (asked === undefined || asked.mail === 'handedOver' || asked.mail === payload.result)
      return accepted([]);
    return accepted([put('dossiers', withQuestion(loaded.dossier, { ...asked, mail: payload.result }))]);
  },
});
