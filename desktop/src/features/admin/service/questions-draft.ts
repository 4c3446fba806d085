import {
  asHeard,
  type VisitAnswer,
  type VisitQuestion,
  visitAnswer,
  visitQuestion,
  visitQuestions,
} from '@amtsstube/shared/domain/appointments/visit-questions';
import { z } from '@amtsstube/shared/domain/zod';

/** What is typed of an answer: all of it, so that choosing where it leads loses nothing. */
const typedAnswer = z.object({
  id: z.string(),
  says: z.string(),
  leadsTo: z.enum(['booking', 'instead']),
  /** A line each. */
  bring: z.string(),
  hint: z.string(),
  instead: z.string(),
  /** '': no service. */
  serviceId: z.string(),
});
export type TypedAnswer = z.infer<typeof typedAnswer>;

const typedQuestion = z.object({ id: z.string(), asks: z.string(), answers: z.array(typedAnswer) });
export type TypedQuestion = z.infer<typeof typedQuestion>;

/** As it is kept until it is saved: with what stood there when she began. */
export const questionsDraft = z.object({ from: visitQuestions, typed: z.array(typedQuestion) });

export type QuestionProblem =
  | { readonly at: 'asks' | 'answers'; readonly question: string }
  | {
      readonly at: 'says' | 'sameAnswer' | 'bring' | 'hint' | 'instead';
      readonly question: string;
      readonly answer: string;
    };

export function typedQuestionsOf(questions: readonly VisitQuestion[]): readonly TypedQuestion[] {
  return questions.map(({ id, asks, answers }) => ({ id, asks, answers: answers.map(typedAnswerOf) }));
}

function typedAnswerOf({ id, says, leadsTo }: VisitAnswer): TypedAnswer {
  const typed = { ...newAnswer(id), says, leadsTo: leadsTo.is };
  return leadsTo.is === 'booking'
    ? { ...typed, bring: leadsTo.bring.join('\n'), hint: leadsTo.hint }
    : { ...typed, instead: leadsTo.says, serviceId: leadsTo.serviceId ?? '' };
}

export function newAnswer(id: string): TypedAnswer {
  return { id, says: '', leadsTo: 'booking', bring: '', hint: '', instead: '', serviceId: '' };
}

/** With room for two answers: fewer are no question. */
export function newQuestion(newId: () => string): TypedQuestion {
  return { id: newId(), asks: '', answers: [newAnswer(newId()), newAnswer(newId())] };
}

/** The questions, or everything for which they can't be saved, from above. */
export function readQuestions(
  typed: readonly TypedQuestion[],
):
  | { readonly ok: true; readonly questions: VisitQuestion[] }
  | { readonly ok: false; readonly problems: readonly QuestionProblem[] } {
  const problems = problemsIn(typed);
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, questions: visitQuestions.parse(typed.map(questionIn)) };
}

/** Everything for which they can't be saved, from above. */
export function problemsIn(typed: readonly TypedQuestion[]): readonly QuestionProblem[] {
  return typed.flatMap(problemsOf);
}

/** What was found when it was to be saved and hasn't been put right since: what is new isn't blamed yet. */
export function stillWrong(
  found: readonly QuestionProblem[],
  typed: readonly TypedQuestion[],
): readonly QuestionProblem[] {
  const now = new Set(problemsIn(typed).map((each) => JSON.stringify(each)));
  return found.filter((each) => now.has(JSON.stringify(each)));
}

function questionIn({ id, asks, answers }: TypedQuestion): VisitQuestion {
  return { id, asks: asks.trim(), answers: answers.map(answerIn) };
}

function answerIn({ id, says, ...typed }: TypedAnswer): VisitAnswer {
  const service = typed.serviceId === '' ? null : typed.serviceId;
  const leadsTo =
    typed.leadsTo === 'booking'
      ? { is: 'booking', bring: linesIn(typed.bring), hint: typed.hint.trim() }
      : { is: 'instead', says: typed.instead.trim(), serviceId: service };
  return { id, says: says.trim(), leadsTo } as VisitAnswer;
}

function linesIn(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

function problemsOf(typed: TypedQuestion): readonly QuestionProblem[] {
  const { id: question, asks, answers } = typed;
  const of = (wrong: boolean, problem: QuestionProblem) => (wrong ? [problem] : []);
  const heard = answers.map(({ says }) => asHeard(says));
  return [
    ...of(!visitQuestion.shape.asks.safeParse(asks.trim()).success, { at: 'asks', question }),
    ...of(answers.length < 2, { at: 'answers', question }),
    ...answers.flatMap((each, index) => {
      const isRepeated = heard[index] !== '' && heard.indexOf(heard[index] ?? '') < index;
      return [
        ...answerProblems(each).map((at) => ({ at, question, answer: each.id })),
        ...of(isRepeated, { at: 'sameAnswer', question, answer: each.id }),
      ];
    }),
  ];
}

function answerProblems(typed: TypedAnswer): readonly ('says' | 'bring' | 'hint' | 'instead')[] {
  const wrong = visitAnswer.safeParse(answerIn(typed)).error?.issues ?? [];
  const isWrong = (field: string, inside?: string) =>
    wrong.some(({ path }) => path[0] === field && (inside === undefined || path[1] === inside));
  return [
    ...(isWrong('says') ? (['says'] as const) : []),
    ...(isWrong('leadsTo', 'bring') ? (['bring'] as const) : []),
    ...(isWrong('leadsTo', 'hint') ? (['hint'] as const) : []),
    ...(isWrong('leadsTo', 'says') || isWrong('leadsTo', 'serviceId') ? (['instead'] as const) : []),
  ];
}
