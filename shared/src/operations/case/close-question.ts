import { caseId, questionId } from '../../domain/ids.ts';
import { can } from '../../domain/permissions.ts';
import { answerText, type Question } from '../../domain/question.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, refused } from '../outcome.ts';
import { listedOf, withQuestion } from './case-state.ts';
import { caseRefs, happened, loadCase, putWithEvent } from './load-case.ts';

/**
 * A clerk ends a question: it was answered by telephone or at the counter (whoever of the department took the call, with
 * what was said), or it is withdrawn by who holds the case or a lead. Who comes second reads what happened first.
 */
export const closeQuestion = defineOperation({
  kind: 'closeQuestion',
  v: 1,
  payload: z.strictObject({
    caseId,
    questionId,
    as: z.enum(['closed', 'withdrawn']),
    /** What was answered; of a withdrawn one why, if she says so. */
    text: answerText,
  }),
  reads: (payload) => caseRefs(payload.caseId),
  apply: (payload, docs, context) => {
    const { actor, decidedAt } = context;
    const loaded = loadCase(docs, payload.caseId);
    if ('stop' in loaded) return loaded.stop;
    const { caseRecord, dossier } = loaded;
    if (actor.kind !== 'clerk' || !can(actor, { action: 'note', on: caseRecord }))
      return refused('notAllowed');
    const asked = dossier.questions?.find(({ id }) => id === payload.questionId);
    if (asked === undefined) return refused('noSuchQuestion');
    // before the right to: who comes second needs to read what became of it
    if (asked.end !== null) return refused({ code: 'questionEnded', how: asked.end.how, at: asked.end.at });
    if (payload.as === 'withdrawn' && !can(actor, { action: 'ask', on: caseRecord }))
      return refused({ code: 'notAssigned', toId: caseRecord.assigneeId });
    const text = payload.text.trim();
    if (payload.as === 'closed' && text === '') return refused('textRequired');
    const ended: Question = {
      ...asked,
      end: { how: payload.as, at: decidedAt, byId: actor.clerkId, text },
    };
    const changed = withQuestion(dossier, ended);
    const event = {
      kind: 'questionClosed' as const,
      ...happened(context, caseRecord),
      byId: actor.clerkId,
      questionId: asked.id,
      as: payload.as,
    };
    return accepted(
      putWithEvent({ caseRecord, dossier: changed }, event, listedOf(changed.questions, caseRecord)),
    );
  },
});
