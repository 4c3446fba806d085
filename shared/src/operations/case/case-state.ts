import type { Case, Dossier } from '../../domain/case.ts';
import type { ClerkId } from '../../domain/ids.ts';
import { isOpen, type Question, unreadAnswersIn, waitingUntilOf } from '../../domain/question.ts';
import type { Instant } from '../../domain/time.ts';

/** Of a case nobody has decided: who holds it is one thing, that it waits for the applicant another, and comes first. */
export function statusHeldBy(toId: ClerkId | null, { status }: Pick<Case, 'status'>): Case['status'] {
  if (status === 'waiting') return status;
  return toId === null ? 'received' : 'inProgress';
}

type Listed = Pick<Case, 'status' | 'waitingUntil' | 'unreadAnswers'>;

/** What the listed state of a case says of its questions. */
export function listedOf(questions: readonly Question[], { decision, assigneeId }: Case): Listed {
  const waitingUntil = decision === null ? waitingUntilOf(questions) : null;
  const running = assigneeId === null ? 'received' : 'inProgress';
  const status = decision !== null ? 'decided' : waitingUntil === null ? running : 'waiting';
  return { status, waitingUntil, unreadAnswers: unreadAnswersIn(questions) };
}

/** The dossier with one of its questions changed. */
export function withQuestion(dossier: Dossier, changed: Question): Dossier & { questions: Question[] } {
  const questions = (dossier.questions ?? []).map((each) => (each.id === changed.id ? changed : each));
  return { ...dossier, questions };
}

/** Decided: what was still asked is asked no more. */
export function withoutOpenQuestions(dossier: Dossier, at: Instant): Dossier {
  if (!dossier.questions?.some(isOpen)) return dossier;
  const questions = dossier.questions.map((each) =>
    isOpen(each) ? { ...each, end: { how: 'decided' as const, at } } : each,
  );
  return { ...dossier, questions };
}
