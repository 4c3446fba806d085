import { blobHash } from '../../domain/blob.ts';
import type { Attachment } from '../../domain/case.ts';
import { caseId, questionId } from '../../domain/ids.ts';
import { can } from '../../domain/permissions.ts';
import {
  answerFile,
  answerText,
  isOpen,
  mostAnswerFiles,
  mostAnswers,
  type Question,
} from '../../domain/question.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, refused } from '../outcome.ts';
import { listedOf, withQuestion } from './case-state.ts';
import { caseRefs, happened, loadCase, putWithEvent } from './load-case.ts';

/**
 * The applicant answers, with text, files or both, and the case wakes. Nothing a citizen sent is lost: to a question
 * that was closed or withdrawn meanwhile, and in a decided case, the answer stays as a message and changes nothing else.
 */
export const answerQuestion = defineOperation({
  kind: 'answerQuestion',
  v: 1,
  payload: z.strictObject({
    caseId,
    questionId,
    text: answerText,
    files: z.array(answerFile).max(mostAnswerFiles),
    /** Of the files those that nobody has looked through for malware yet. */
    inCheck: z.array(blobHash).max(mostAnswerFiles).optional(),
  }),
  reads: (payload) => caseRefs(payload.caseId),
  apply: (payload, docs, context) => {
    const { actor, decidedAt, opId } = context;
    const loaded = loadCase(docs, payload.caseId);
    if ('stop' in loaded) return loaded.stop;
    if (!can(actor, { action: 'submit' })) return refused('notAllowed');
    const { caseRecord, dossier } = loaded;
    const asked = dossier.questions?.find(({ id }) => id === payload.questionId);
    if (asked === undefined) return refused('noSuchQuestion');
    const text = payload.text.trim();
    if (text === '' && payload.files.length === 0) return refused('textRequired');
    if (asked.answers.length >= mostAnswers) return refused('tooManyAnswers');
    const present = dossier.attachments ?? [];
    const isNew = ({ hash }: { hash: string }, index: number) =>
      !present.some((each) => each.hash === hash) &&
      payload.files.findIndex((each) => each.hash === hash) === index;
    const added = payload.files.filter(isNew).map(
      (file): Attachment => ({
        ...file,
        addedBy: null,
        addedAt: decidedAt,
        questionId: asked.id,
        ...(payload.inCheck?.includes(file.hash) && { withheld: 'inCheck' }),
      }),
    );
    const files = payload.files.map(({ hash }) => hash);
    const answered: Question = {
      ...asked,
      answers: [...asked.answers, { opId, at: decidedAt, text, files, read: null }],
      end: asked.end ?? { how: 'answered', at: decidedAt },
    };
    const changed = withQuestion(
      { ...dossier, ...(added.length > 0 && { attachments: [...present, ...added] }) },
      answered,
    );
    const event = {
      kind: 'questionAnswered' as const,
      ...happened(context),
      questionId: asked.id,
      files: files.length,
      isLate: !isOpen(asked),
    };
    return accepted(
      putWithEvent({ caseRecord, dossier: changed }, event, listedOf(changed.questions, caseRecord)),
    );
  },
});
