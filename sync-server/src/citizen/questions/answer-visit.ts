import { type CitizenView, citizenView, type PublicQuestion } from '@amtsstube/shared/domain/citizen-view';
import { type CaseId, questionId, type TrackingCode } from '@amtsstube/shared/domain/ids';
import type { Request } from 'express';
import { HttpProblem } from '../../http-errors.ts';
import type { CitizenContext } from '../citizen-context.ts';
import { type MunicipalityFrame, municipalityOf } from '../municipality-reader.ts';
import {
  type AnswerTicket,
  isExpired,
  newAnswerTicket,
  openAnswerTicket,
  readTrackingCode,
} from '../tickets.ts';
import { trackedCase } from '../tracked-case.ts';
import type { FindTarget } from '../uploads/file-target.ts';
import { answerForm } from './answer-form.ts';

/** One request about a question: of whom, and what of it the applicant may see. */
export interface AnswerVisit {
  readonly municipality: MunicipalityFrame;
  readonly code: TrackingCode;
  readonly caseId: CaseId;
  readonly view: CitizenView;
  readonly question: PublicQuestion;
}

/** By the tracking code in the address. @throws HttpProblem notFound */
export async function answerVisitOf({ core }: CitizenContext, request: Request): Promise<AnswerVisit> {
  const municipality = await municipalityOf(core, request);
  const code = readTrackingCode(String(request.params['code']));
  const found = code && (await trackedCase(core.store, municipality.id, code));
  const id = questionId.safeParse(request.params['questionId']).data;
  const view = found && citizenView(found.caseRecord, found.dossier);
  const question = view?.questions.find((each) => each.id === id);
  if (!code || !found || !view || !question) throw new HttpProblem('notFound');
  return { municipality, code, caseId: found.caseRecord.id, view, question };
}

export function questionPath({ municipality, code, question }: AnswerVisit): string {
  return `/m/${municipality.id}/status/${code}/questions/${question.id}`;
}

/** @param former whose place it takes */
export function freshAnswerTicket(
  { core }: CitizenContext,
  { municipality, caseId, question }: AnswerVisit,
  former?: AnswerTicket,
): AnswerTicket {
  return newAnswerTicket(municipality.id, caseId, question.id, core.now(), former);
}

/** The page's ticket, if it was made here for this question. */
export function answerTicketOf(
  { seal }: CitizenContext,
  { municipality, caseId, question }: AnswerVisit,
  sealed: string,
): AnswerTicket | undefined {
  const ticket = openAnswerTicket(seal, sealed);
  const isOurs =
    ticket?.municipality === municipality.id && ticket.caseId === caseId && ticket.questionId === question.id;
  return isOurs ? ticket : undefined;
}

/** The same, unless it has run out: then everything goes on as without one. */
export function presentAnswerTicketOf(
  context: CitizenContext,
  visit: AnswerVisit,
  sealed: string,
): AnswerTicket | undefined {
  const ticket = answerTicketOf(context, visit, sealed);
  return ticket && !isExpired(ticket, context.core.now()) ? ticket : undefined;
}

/** Files of an answer. */
export function answerTarget(context: CitizenContext): FindTarget {
  return async (request, sealed) => ({
    form: answerForm(),
    ticket: answerTicketOf(context, await answerVisitOf(context, request), sealed),
  });
}
