import { type ServiceId, serviceId } from '../ids.ts';
import { z } from '../zod.ts';

/** In addresses and tickets; kept as long as the question is asked. */
const shortId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,29}$/);
const line = (most: number) => z.string().min(1).max(most);

/** The most of each: a page is to be read through before a time is chosen. */
export const mostQuestions = 8;
export const mostAnswers = 8;
export const mostToBring = 10;

export const visitAnswer = z.strictObject({
  id: shortId,
  says: line(120),
  leadsTo: z.discriminatedUnion('is', [
    /** On to the times. `bring`: to be brought beside what everybody brings; `hint`: '' says nothing. */
    z.strictObject({
      is: z.literal('booking'),
      bring: z.array(line(200)).max(mostToBring),
      hint: z.string().max(500),
    }),
    /** No appointment is right for this: what to do, and the service that is, where there is one. */
    z.strictObject({ is: z.literal('instead'), says: line(500), serviceId: serviceId.nullable() }),
  ]),
});
export type VisitAnswer = z.infer<typeof visitAnswer>;

export const visitQuestion = z
  .strictObject({
    id: shortId,
    asks: line(200),
    answers: z.array(visitAnswer).min(2).max(mostAnswers),
  })
  .refine(({ answers }) => areDistinct(answers.map(({ id }) => id)))
  .refine(({ answers }) => areDistinct(answers.map(({ says }) => asHeard(says))));
export type VisitQuestion = z.infer<typeof visitQuestion>;

/** What is asked for a service before a time is chosen, in that order, in the municipality's German. */
export const visitQuestions = z
  .array(visitQuestion)
  .max(mostQuestions)
  .refine((questions) => areDistinct(questions.map(({ id }) => id)));

/** An answer as it is named while somebody chooses a time. */
export const chosenAnswer = z.strictObject({ serviceId, questionId: shortId, answerId: shortId });
export type ChosenAnswer = z.infer<typeof chosenAnswer>;
/** Of five services. */
export const chosenAnswers = z.array(chosenAnswer).max(5 * mostQuestions);

/** A question and its answer as they were worded when the appointment was made, and what the answer adds to bring. */
const givenAnswer = z.strictObject({
  serviceId,
  asks: line(200),
  says: line(120),
  bring: z.array(line(200)).max(mostToBring),
});
export type GivenAnswer = z.infer<typeof givenAnswer>;
export const givenAnswers = z.array(givenAnswer).max(5 * mostQuestions);

/** A service, as far as its questions go. */
interface AskingService {
  readonly id: ServiceId;
  readonly visitQuestions?: readonly VisitQuestion[] | undefined;
}

/** A question of one of a visit's services, and what was answered; undefined: nothing that can be answered now. */
export interface AskedQuestion {
  readonly serviceId: ServiceId;
  readonly question: VisitQuestion;
  readonly answer: VisitAnswer | undefined;
}

/** What a visit for these services is asked, service by service. */
export function askedQuestions(
  services: readonly AskingService[],
  chosen: readonly ChosenAnswer[],
): readonly AskedQuestion[] {
  return services.flatMap(({ id, visitQuestions: questions = [] }) =>
    questions.map((question) => {
      const named = chosen.find((each) => each.serviceId === id && each.questionId === question.id);
      const answer = question.answers.find((each) => each.id === named?.answerId);
      return { serviceId: id, question, answer };
    }),
  );
}

/** Whether a time may be chosen: everything is answered, and by nothing that leads elsewhere. */
export function leadsToBooking(asked: readonly AskedQuestion[]): boolean {
  return asked.every(({ answer }) => answer?.leadsTo.is === 'booking');
}

export function chosenOf(asked: readonly AskedQuestion[]): readonly ChosenAnswer[] {
  return asked.flatMap(({ serviceId: id, question, answer }) =>
    answer ? [{ serviceId: id, questionId: question.id, answerId: answer.id }] : [],
  );
}

/**
 * For the appointment's own document. What is asked no more is left out: whoever books has answered what stood there, and
 * loses no time because the office has other questions by now.
 */
export function answersAsWorded(
  services: readonly AskingService[],
  chosen: readonly ChosenAnswer[] = [],
): readonly GivenAnswer[] {
  return askedQuestions(services, chosen).flatMap(({ serviceId: id, question, answer }) =>
    answer ? [{ serviceId: id, asks: question.asks, says: answer.says, bring: [...broughtFor(answer)] }] : [],
  );
}

/** What an answer adds to bring. */
export function broughtFor({ leadsTo }: VisitAnswer): readonly string[] {
  return leadsTo.is === 'booking' ? leadsTo.bring : [];
}

/** Two answers that people take for the same. */
export function asHeard(says: string): string {
  return says.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
}

function areDistinct(texts: readonly string[]): boolean {
  return new Set(texts).size === texts.length;
}
