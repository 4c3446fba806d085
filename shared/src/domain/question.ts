import { blobHash, blobName, blobSize, mediaType } from './blob.ts';
import { clerkId, opId, questionId } from './ids.ts';
import { instant, type LocalDate, localDate } from './time.ts';
import { z } from './zod.ts';

/** What a clerk asks, and the documents she asks for: each in a few words. */
export const questionText = z.string().max(3000);
export const askedDocuments = z.array(z.string().min(1).max(200)).max(30);

/** What a citizen writes back; never cut: a page takes no more. */
export const answerText = z.string().max(5000);
/** With one answer. More can be sent with another one. */
export const mostAnswerFiles = 10;
/** To one question: nobody writes so many, and a program shall not fill a dossier. */
export const mostAnswers = 20;

export const answerFile = z.strictObject({ hash: blobHash, name: blobName, mediaType, size: blobSize });

/** What came back to a question. What a citizen sent is kept, whatever became of the question meanwhile. */
export const questionAnswer = z.strictObject({
  opId,
  at: instant,
  text: answerText,
  /** Attachments of the case. */
  files: z.array(blobHash).max(mostAnswerFiles),
  /** A clerk has taken note of it; null: it is news. */
  read: z.strictObject({ byId: clerkId, at: instant }).nullable(),
});
export type QuestionAnswer = z.infer<typeof questionAnswer>;

/** Why a question is open no more. */
const questionEnd = z.discriminatedUnion('how', [
  z.strictObject({ how: z.literal('answered'), at: instant }),
  /** By telephone, at the counter, by post: what was answered, in the clerk's words. */
  z.strictObject({ how: z.literal('closed'), at: instant, byId: clerkId, text: answerText }),
  z.strictObject({ how: z.literal('withdrawn'), at: instant, byId: clerkId, text: answerText }),
  /** Nobody waits for an answer any more: the case is decided. */
  z.strictObject({ how: z.literal('decided'), at: instant }),
]);
export type QuestionEnd = z.infer<typeof questionEnd>;

/** A question to the applicant (Rückfrage, Nachforderung). */
export const question = z.strictObject({
  id: questionId,
  /** The operation that asked: what hasn't been taken over yet is known by it. */
  opId,
  text: questionText,
  documents: askedDocuments,
  answerBy: localDate,
  askedBy: clerkId,
  askedAt: instant,
  /** Of the mail that tells of it. `none`: no address is known. `failed`: the mail server refuses it for good. */
  mail: z.enum(['none', 'onItsWay', 'handedOver', 'failed']),
  /** When its page was first opened with the tracking code; null: not yet. By whom is not known. */
  seenAt: instant.nullable(),
  /** In the order they came. */
  answers: z.array(questionAnswer).max(mostAnswers),
  end: questionEnd.nullable(),
});
export type Question = z.infer<typeof question>;

export function isOpen({ end }: Pick<Question, 'end'>): boolean {
  return end === null;
}

/** The first day by which an open question is to be answered; null: none is open. */
export function waitingUntilOf(questions: readonly Question[]): LocalDate | null {
  const days = questions.filter(isOpen).map(({ answerBy }) => answerBy);
  return days.toSorted()[0] ?? null;
}

/** Answers that no clerk has taken note of. */
export function unreadAnswersIn(questions: readonly Question[]): number {
  return questions.flatMap(({ answers }) => answers).filter(({ read }) => read === null).length;
}
