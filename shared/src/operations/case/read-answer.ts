import { caseId, questionId } from '../../domain/ids.ts';
import { can } from '../../domain/permissions.ts';
import { mostAnswers } from '../../domain/question.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, refused } from '../outcome.ts';
import { listedOf, withQuestion } from './case-state.ts';
import { caseRefs, happened, loadCase, putWithEvent } from './load-case.ts';

/**
 * A clerk has taken note of the first so many answers to a question: they are news no more, for anybody. One that came
 * in behind her back stays news. Of two who say so the first stands.
 */
export const readAnswer = defineOperation({
  kind: 'readAnswer',
  v: 1,
  payload: z.strictObject({ caseId, questionId, answers: z.int().min(1).max(mostAnswers) }),
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
    const read = { byId: actor.clerkId, at: decidedAt };
    const isNews = ({ read: before }: { read: unknown }, index: number) =>
      before === null && index < payload.answers;
    if (!asked.answers.some(isNews)) return accepted([]);
    const answers = asked.answers.map((each, index) => (isNews(each, index) ? { ...each, read } : each));
    const changed = withQuestion(dossier, { ...asked, answers });
    const event = {
      kind: 'answerRead' as const,
      ...happened(context, caseRecord),
      byId: actor.clerkId,
      questionId: asked.id,
    };
    return accepted(
      putWithEvent({ caseRecord, dossier: changed }, event, listedOf(changed.questions, caseRecord)),
    );
  },
});
