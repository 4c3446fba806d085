import { caseId, questionId } from '../../domain/ids.ts';
import { can } from '../../domain/permissions.ts';
import { askedDocuments, type Question, questionText } from '../../domain/question.ts';
import { localDate, localDateOf } from '../../domain/time.ts';
import { workingDayFrom } from '../../domain/working-days.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, questionMail, refused } from '../outcome.ts';
import { listedOf } from './case-state.ts';
import { caseRefs, happened, loadCase, putWithEvent } from './load-case.ts';

/**
 * A question to the applicant, or documents that are missing (Rückfrage, Nachforderung): shown on the status page, told
 * by mail where an address is known. The case waits until the earliest day by which an answer is wanted. Two clerks'
 * questions both stand.
 */
export const askApplicant = defineOperation({
  kind: 'askApplicant',
  v: 1,
  payload: z.strictObject({
    caseId,
    questionId,
    text: questionText,
    documents: askedDocuments,
    /** On a day on which nobody works it moves to the next working day. */
    answerBy: localDate,
  }),
  reads: (payload) => caseRefs(payload.caseId),
  apply: (payload, docs, context) => {
    const { actor, at, decidedAt, opId } = context;
    const loaded = loadCase(docs, payload.caseId);
    if ('stop' in loaded) return loaded.stop;
    const { caseRecord, dossier } = loaded;
    if (actor.kind !== 'clerk' || !can(actor, { action: 'read', on: caseRecord }))
      return refused('notAllowed');
    if (caseRecord.decision !== null) {
      return refused({
        code: 'alreadyDecided',
        byId: caseRecord.decision.decidedBy,
        at: caseRecord.decision.decidedAt,
      });
    }
    if (!can(actor, { action: 'ask', on: caseRecord }))
      return refused({ code: 'notAssigned', toId: caseRecord.assigneeId });
    const before = dossier.questions ?? [];
    if (before.some(({ id }) => id === payload.questionId)) return refused('alreadyExists');
    const text = payload.text.trim();
    if (text === '' && payload.documents.length === 0) return refused('textRequired');
    // when she asked, not when it arrived: what was written offline counts from when it was written
    if (payload.answerBy < localDateOf(at)) return refused('dayIsOver');
    const { contactEmail } = dossier;
    const asked: Question = {
      id: payload.questionId,
      opId,
      text,
      documents: payload.documents,
      answerBy: workingDayFrom(payload.answerBy),
      askedBy: actor.clerkId,
      askedAt: decidedAt,
      mail: contactEmail === null ? 'none' : 'onItsWay',
      seenAt: null,
      answers: [],
      end: null,
    };
    const questions = [...before, asked];
    const event = {
      kind: 'questionAsked' as const,
      ...happened(context, caseRecord),
      byId: actor.clerkId,
      questionId: asked.id,
    };
    return accepted(
      putWithEvent(
        { caseRecord, dossier: { ...dossier, questions } },
        event,
        listedOf(questions, caseRecord),
      ),
      contactEmail === null
        ? []
        : [questionMail(contactEmail, payload.caseId, dossier.trackingCode, asked.id)],
    );
  },
});
