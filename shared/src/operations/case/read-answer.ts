import { caseId, opId } from '../../domain/ids.ts';
import { can } from '../../domain/permissions.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, refused } from '../outcome.ts';
import { listedOf, withQuestion } from './case-state.ts';
import { caseRefs, happened, loadCase, putWithEvent } from './load-case.ts';

/** A clerk has taken note of an answer: it is news no more, for anybody. The first to say so stands. */
export const readAnswer = defineOperation({
  kind: 'readAnswer',
  v: 1,
  /** `answer`: the operation that brought it. */
  payload: z.strictObject({ caseId, answer: opId }),
  reads: (payload) => caseRefs(payload.caseId),
  apply: (payload, docs, context) => {
    const { actor, decidedAt } = context;
    const loaded = loadCase(docs, payload.caseId);
    if ('stop' in loaded) return loaded.stop;
    const { caseRecord, dossier } = loaded;
    if (actor.kind !== 'clerk' || !can(actor, { action: 'note', on: caseRecord }))
      return refused('notAllowed');
    const asked = dossier.questions?.find(({ answers }) =>
      answers.some((each) => each.opId === payload.answer),
    );
    if (asked === undefined) return refused('noSuchQuestion');
    const isRead = asked.answers.some((each) => each.opId === payload.answer && each.read !== null);
    if (isRead) return accepted([]);
    const read = { byId: actor.clerkId, at: decidedAt };
    const answers = asked.answers.map((each) => (each.opId === payload.answer ? { ...each, read } : each));
    const changed = withQuestion(dossier, { ...asked, answers });
    const event = {
      kind: 'answerRead' as const,
      ...happened(context),
      byId: actor.clerkId,
      questionId: asked.id,
    };
    return accepted(
      putWithEvent({ caseRecord, dossier: changed }, event, listedOf(changed.questions, caseRecord)),
    );
  },
});
